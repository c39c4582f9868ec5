import { describe, expect, test } from '@jest/globals';
import { findHeaderFields, MAX_HEADER_BYTES, MAX_HEADER_FIELDS, valueOf } from './header-fields.ts';

const read = (text: string) => {
  const message = Buffer.from(text);
  const { fields, end } = findHeaderFields(message);
  return { fields: fields.map((field) => [field.name, valueOf(message, field)]), rest: message.subarray(end).toString() };
};

describe('findHeaderFields', () => {
  test('finds each field with its folded lines, up to the empty line', () => {
    expect(read('Subject: one\r\n two\r\n\tthree\r\nX-Empty:\r\nTO : a@example.com\r\n\r\nFrom: body\r\n')).toEqual({
      fields: [
        ['subject', 'one two\tthree'],
        ['x-empty', ''],
        ['to', 'a@example.com'],
      ],
      rest: '\r\nFrom: body\r\n',
    });
  });

  test('stops at the maximum length and number of fields, because each field takes memory', () => {
    const many = findHeaderFields(Buffer.alloc(3_000_000, 'a\r\n'));
    expect(many.fields).toHaveLength(MAX_HEADER_FIELDS + 1);
    const long = findHeaderFields(Buffer.alloc(3_000_000, ' \r\n'));
    expect(long.fields).toHaveLength(1);
    expect(long.end).toBeGreaterThan(MAX_HEADER_BYTES);
    expect(long.end).toBeLessThan(MAX_HEADER_BYTES + 10);
  });

  test.each([
    ['', [], ''],
    ['\r\nbody\r\n', [], '\r\nbody\r\n'],
    ['Subject: no body\r\n', [['subject', 'no body']], ''],
    ['no field at all\r\n\r\nbody\r\n', [['', 'no field at all']], '\r\nbody\r\n'],
    [
      ' folded from the start\r\nSubject: x\r\n\r\n',
      [
        ['', 'folded from the start'],
        ['subject', 'x'],
      ],
      '\r\n',
    ],
    ['Betreff ü: x\r\n\r\n', [['', 'x']], '\r\n'],
  ])('reads %j as far as it can be read', (text, fields, rest) => {
    expect(read(text)).toEqual({ fields, rest });
  });
});
