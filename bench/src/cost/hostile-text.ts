import type { SeededRandom } from './seeded-random.ts';

/** The maximum repetition of nested pieces; more than a parser should follow. */
const MAX_NESTING = 5000;

/**
 * Generates a text of about `length` characters in one of the shapes that slow parsers down: a repeated sequence, many openings
 * before many repetitions, openings with their closings, nested groups, or random pieces.
 *
 * @param pieces tokens of the format, including those that open, close and separate
 */
export function hostileText(random: SeededRandom, pieces: readonly string[], length: number): string {
  const phrase = (): string => Array.from({ length: random.between(1, 4) }, () => random.pick(pieces)).join('');
  switch (random.between(0, 4)) {
    case 0:
      return repeat(phrase(), length);
    case 1: {
      const opened = repeat(phrase(), Math.floor(length / random.pick([2, 4, 16, 64])), MAX_NESTING);
      return opened + repeat(phrase(), length - opened.length);
    }
    case 2: {
      const opened = repeat(phrase(), Math.floor(length / 3), MAX_NESTING);
      const closed = repeat(phrase(), Math.floor(length / 3), MAX_NESTING);
      return opened + repeat(phrase(), length - opened.length - closed.length) + closed;
    }
    case 3: {
      // Many groups with little nesting each: finds code that is quadratic in the size of a group, which the other shapes miss.
      const group = repeat(phrase(), random.between(20, 4000)) + repeat(phrase(), random.between(20, 4000));
      return repeat(group, length);
    }
    default: {
      const few = Array.from({ length: random.between(2, 8) }, () => random.pick(pieces));
      let text = '';
      while (text.length < length) text += random.pick(few);
      return text.slice(0, length);
    }
  }
}

const repeat = (text: string, length: number, most = Infinity): string =>
  text.repeat(Math.max(1, Math.min(most, Math.floor(length / Math.max(1, text.length)))));
