/** Repeatable random numbers from a seed. */
import { createHash } from 'node:crypto';

export interface Random {
  /** A number in [0, 1). */
  readonly next: () => number;
  /** An integer from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
}

/** The same arguments generate the same numbers. */
export function seededRandom(...words: readonly (string | number)[]): Random {
  const next = mulberry32(createHash('sha256').update(words.join('\n')).digest().readUInt32LE());
  return { next, between: (least, most) => least + Math.floor(next() * (most - least + 1)) };
}

/** Tommy Ettinger's mulberry32: 32 bits of state, sufficient for choosing moments. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
