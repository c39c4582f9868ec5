import { describe, expect, test } from '@jest/globals';
import { contentProblem, textProblem } from './text-problem.ts';

describe('textProblem', () => {
  test.each(['a\rb', 'a\nb', 'a\0b', 'a\ud83d', '\ude80a', 'a\x1bb', 'a\x7fb', 'a\u0085b'])('refuses %j', (text) => {
    expect(textProblem(text)).toMatch(/^must /);
  });

  test.each(['', 'Hello', 'a\tb', 'Grüße 🚀', 'שלום', '\u200d'])('lets %j pass', (text) => {
    expect(textProblem(text)).toBeUndefined();
  });
});

describe('contentProblem', () => {
  test.each(['a\0b', 'a\ud83d'])('refuses %j', (text) => {
    expect(contentProblem(text)).toMatch(/^must /);
  });

  test('lets line breaks and control characters pass', () => {
    expect(contentProblem('a\r\nb\x0c🚀')).toBeUndefined();
  });
});
