import { textFromHtml } from '@sendoff/mail/message';
import type { CostCase } from './cost-case.ts';
import { hostileText } from './hostile-text.ts';

const PIECES = [
  ...[
    '<div>',
    '</div>',
    '<p>',
    '<b>',
    '</b>',
    '<i>',
    '<span>',
    '<br>',
    'x<br>',
    'word ',
    ' ',
    '\n',
    'x',
    '&nbsp;',
    '&',
    '&#',
    '<',
    '>',
  ],
  ...[
    '<blockquote>',
    '</blockquote>',
    '<ul>',
    '<ol>',
    '<li>',
    '</ul>',
    '<li>x',
    '<ol start=999999999>',
    '<h1>',
    '<pre>',
    '</pre>',
  ],
  ...['<table>', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<td>x', '<th>', '<td colspan=9999999 rowspan=9999999>'],
  ...[
    '<a href="https://a.example/">',
    '</a>',
    '<a href=x',
    '<img src=x>',
    '<!--',
    '-->',
    '<![CDATA[',
    '<?',
    '<script>',
    '<style>',
  ],
  ...[
    '</script>',
    '<title>',
    '<textarea>',
    ' a=b',
    ' a="',
    '"',
    '=',
    '/',
    '<svg>',
    '<template>',
    '<select><option>',
    '<p style="display:none">',
  ],
];

/** The plain text that is made from html. */
export const openHtmlCase = (): CostCase => ({
  name: 'html',
  generate: (random, bytes) => Buffer.from(hostileText(random, PIECES, bytes)),
  run: async (input) => {
    await Promise.resolve(textFromHtml(input.toString('utf8')));
  },
});
