/** Bytes of a block: what a socket delivers at once. */
const BLOCK = 64 * 1024;
/** Bytes of the first block, which is enough for most messages. */
const FIRST_BLOCK = 4 * 1024;

/** Bytes collected from chunks. */
export interface GatheredOctets {
  /** The number of bytes. */
  readonly count: () => number;
  readonly add: (piece: Uint8Array) => void;
  /** Returns all bytes in one buffer and clears the collection. */
  readonly join: () => Buffer<ArrayBuffer>;
  readonly forget: () => void;
}

/**
 * Copies chunks into blocks of its own. smtp-server emits each line with a leading dot as its own chunk, and a buffer of three
 * bytes occupies more than a hundred: keeping the chunks would let a client use forty times the memory that is counted.
 */
export function gatherOctets(): GatheredOctets {
  let full: Buffer<ArrayBuffer>[] = [];
  let block = Buffer.alloc(0);
  let used = 0;
  let count = 0;
  const forget = (): void => {
    [full, block, used, count] = [[], Buffer.alloc(0), 0, 0];
  };
  return {
    count: () => count,
    add: (piece) => {
      let rest = piece;
      while (rest.length > 0) {
        if (used === block.length) {
          if (used > 0) full.push(block);
          [block, used] = [Buffer.allocUnsafeSlow(count === 0 ? FIRST_BLOCK : BLOCK), 0];
        }
        const fitting = rest.subarray(0, block.length - used);
        block.set(fitting, used);
        used += fitting.length;
        count += fitting.length;
        rest = rest.subarray(fitting.length);
      }
    },
    join: () => {
      const whole = Buffer.concat([...full, block.subarray(0, used)], count);
      forget();
      return whole;
    },
    forget,
  };
}
