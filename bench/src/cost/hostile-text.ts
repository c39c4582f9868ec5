import type { SeededRandom } from './seeded-random.ts';

/** Repetitions of what is nested; more than a parser should go into. */
const MAX_NESTING = 5000;

/**
 * A text of about so many characters, in one of the shapes that make parsers slow: one sequence of pieces again and again,
 * many openings before many repetitions, openings with their ends, or pieces in any order.
 *
 * @param pieces of the format: those that open something, close it, and separate belong among them.
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
      // Many groups, each nested a little: what is quadratic in a group only is found by none of the others.
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
