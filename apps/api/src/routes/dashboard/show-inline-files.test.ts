import { expect, test } from '@jest/globals';
import { showInlineFiles } from './show-inline-files.ts';

const LINKS = new Map([
  ['logo', new URL('http://127.0.0.1:3000/attachments/1/download?email=2&expires=3')],
  ['a b', new URL('http://127.0.0.1:3000/attachments/4/download')],
]);

test('a cid that is a file of the email leads there, however it is written', () => {
  expect(showInlineFiles('<img src="cid:logo"><img src=\'CID:a%20b\'>', LINKS)).toBe(
    '<img src="/attachments/1/download?email=2&amp;expires=3"><img src=\'/attachments/4/download\'>',
  );
});

test('whatever else looks like one stays as it is', () => {
  const html = '<p>acid:logo</p><img src="cid:other"><img src="cid:%zz">';
  expect(showInlineFiles(html, LINKS)).toBe(html);
});
