/** Repeatable random numbers from a seed. */

export interface SeededRandom {
  /** An integer from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number;
  /** One of the items; throws RangeError for an empty list. */
  readonly pick: <Item>(items: readonly Item[]) => Item;
}

/** The same seed generates the same choices. */
export function seededRandom(seed: number): SeededRandom {
  const next = mulberry32(seed);
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  const pick = <Item>(items: readonly Item[]): Item => {
    if (items.length === 0) throw new RangeError('There is nothing to pick from');
    return items[between(0, items.length - 1)] as Item;
  };
  return { between, pick };
}

/** Tommy Ettinger's mulberry32: 32 bits of state. */
function mulberry32(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x1_0000_0000;
  };
}
