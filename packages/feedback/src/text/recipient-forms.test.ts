import { expect, test } from '@jest/globals';
import { RECIPIENT_FORMS } from './recipient-forms.ts';

test.each(RECIPIENT_FORMS.flatMap(({ lines, pattern }) => lines.map((line) => [line, pattern] as const)))(
  'a recipient form finds the address in its own line: %s',
  (line, pattern) => {
    expect([...line.matchAll(pattern)].map(([, address]) => address)).toEqual(['ada@example.com']);
  },
);
