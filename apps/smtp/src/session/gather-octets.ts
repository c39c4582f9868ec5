/** Octets of a block: as many as a socket hands over at once. */
const BLOCK = 64 * 1024;
/** Octets of the first block, which is all that most messages need. */
const FIRST_BLOCK = 4 * 1024;

/** Octets that come piece by piece. */
export interface GatheredOctets {
  /** How many there are. */
  readonly count: () => number;
  readonly add: (piece: Uint8Array) => void;
  /** All of them in one; they are no longer held here then. */
  readonly join: () => Buffer<ArrayBuffer>;
  readonly forget: () => void;
}

/**
 * Gathers octets in blocks of its own. smtp-server hands over each line that begins with a dot by itself, and a buffer of
 * three octets takes more than a hundred: whoever held on to them could be made to hold forty times what was counted.
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
