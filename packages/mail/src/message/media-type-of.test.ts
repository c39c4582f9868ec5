import { expect, test } from '@jest/globals';
import { fileExtensionOf, mediaTypeOf } from './media-type-of.ts';

test.each([
  ['invoice.pdf', null, 'application/pdf'],
  ['PHOTO.JPG', null, 'image/jpeg'],
  ['archive.tar.gz', null, 'application/x-gzip'],
  ['invite.ics', null, 'text/calendar'],
  ['unknown', null, 'application/octet-stream'],
  ['a.b?', null, 'application/octet-stream'],
  ['', null, 'application/octet-stream'],
  ['a.bin', 'text/plain; charset=utf-8', 'text/plain; charset=utf-8'],
  ['original.eml', null, 'application/octet-stream'],
  ['a.bin', 'message/rfc822', 'application/octet-stream'],
  ['a.bin', 'Multipart/Mixed', 'application/octet-stream'],
])('%s, given as %s, is %s', (filename, contentType, type) => {
  expect(mediaTypeOf({ filename, contentType })).toBe(type);
});

test.each([
  ['application/pdf', 'pdf'],
  ['text/calendar; method=REQUEST', 'ics'],
  ['text/unknown', 'txt'],
  ['x/y', 'bin'],
  ['application/octet-stream', 'bin'],
  [null, 'bin'],
])('the name of a file of type %s ends with %s', (contentType, extension) => {
  expect(fileExtensionOf(contentType)).toBe(extension);
});
