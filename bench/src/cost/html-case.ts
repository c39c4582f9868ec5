import { openTextMaker } from '@sendoff/mail/html-text';
import type { CostCase } from './cost-case.ts';
import { hostileText } from './hostile-text.ts';
import { textFromHtml } from './measured-functions.ts';

/* prettier-ignore */
const PIECES = [
  '<div>', '</div>', '<p>', '<b>', '</b>', '<i>', '<span>', '<br>', 'x<br>', 'word ', ' ', '\n', 'x', '&nbsp;', '&', '&#', '<', '>',
  '<blockquote>', '</blockquote>', '<ul>', '<ol>', '<li>', '</ul>', '<li>x', '<ol start=999999999>', '<ol type=i start=3000>', '<hr>',
  '<h1>', '<pre>', '</pre>', '<table>', '</table>', '<tr>', '</tr>', '<td>', '</td>', '<td>x', '<th>',
  '<td colspan=9999999 rowspan=9999999>', '<a href="https://a.example/">', '</a>', '<a href=x>', '<a href=x', '<img src=x>', '<!--', '-->',
  '<![CDATA[', '<?', '<script>', '<style>', '</script>', '<title>', '<textarea>', ' a=b', ' a="', '"', '=', '/', '<svg>', '<desc>',
  '<template>', '<select><option>', '<p style="display:none">', '<span style="display:inline-block">', '</x>', '\u200B', 'ü', '&#0;',
];

const generate: CostCase['generate'] = (random, bytes) => Buffer.from(hostileText(random, PIECES, bytes));

/** The main thread's part of converting html to plain text for the API. */
export function openHtmlCase(): CostCase {
  const maker = openTextMaker();
  return {
    name: 'html',
    generate,
    run: (input) => maker.make({ html: input.toString('utf8'), key: 'bench', maxBytes: 1_000_000 }),
    close: () => maker.close(),
  };
}

/** The conversion itself, which runs in a worker thread. */
export const openHtmlThreadCase = (): CostCase => ({
  name: 'html, in its thread',
  generate,
  run: (input) => Promise.resolve(textFromHtml(input.toString('utf8'), 1_000_000)),
  limit: 2000,
});
