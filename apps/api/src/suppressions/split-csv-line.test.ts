import { expect, test } from '@jest/globals';
import { splitCsvLine } from './split-csv-line.ts';

test.each([
  ['a@b.example', ['a@b.example']],
  [' a , b\t,, c \r', ['a', 'b', '', 'c']],
  ['"a, b",c', ['a, b', 'c']],
  [' "a" , " b ""x"" " ,"",', ['a', 'b "x"', '', '']],
  ['D" x,"y"', ['D" x', 'y']],
  ['""""', ['"']],
  ['', ['']],
])('%j is read', (line, values) => {
  expect(splitCsvLine(line, 10)).toEqual(values);
});

test.each(['"', '"a', '"a"b', '"a" b,c', 'a,"b', '"a""'])('%j has quotes that do not fit', (line) => {
  expect(splitCsvLine(line, 10)).toBeNull();
});

test('no more values are looked at than are asked for', () => {
  expect(splitCsvLine('a,b,c', 2)).toEqual(['a', 'b']);
  expect(splitCsvLine('"a","b","c', 2)).toEqual(['a', 'b']);
});
