/**
 * Keeps the heap of a program small. To be imported by its entry, before anything else is loaded.
 *
 * What our programs hold on to is some 30 MB. Left to itself, V8 would let 32 MB (in Node.js 24: 128 MB) of new objects
 * gather before it looks at them, and old ones until their space had doubled several times: 300 MB for a worker that
 * sends small emails. With these settings it is half of that, and the CPU time of an email stays the same; new
 * objects in 1 MB instead of 4 would cost a quarter more.
 *
 * As options of Node.js they would have to stand in every command line, and `NODE_OPTIONS` refuses some. The size of the
 * space for new objects is fixed when Node.js starts, but the factor by which it grows is read each time it does: it is
 * let grow at once, and then no more. Where Node.js was started with a size of its own for that space, as in the image
 * of SMTP, that one holds. Large things, such as attachments, lie outside the heap and are not concerned.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 1024 * 1024;
/** Of space for new objects, as two halves of which one is in use; each begins with 1 MB. */
const NEW_SPACE = 8 * MEGABYTE;
/** The heap may grow by so much over what the last collection found in use. */
const OLD_SPACE_GROWTH_PERCENT = 60;
/** It takes about six; should a later V8 want something else to let it grow, it stays as it is. */
const MOST_COLLECTIONS = 12;

type Collect = (options?: { readonly type: 'minor' }) => void;

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as Collect;
setFlagsFromString('--no-expose-gc');

// eslint-disable-next-line no-restricted-properties -- It says how Node.js was started, and is read before all else is loaded.
const startedWith = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ');
const isSizeGiven = /--(?:max|min)[-_]semi[-_]space[-_]size\b/.test(startedWith);
if (!isSizeGiven) {
  setFlagsFromString('--semi-space-growth-factor=2');
  growNewSpace();
  setFlagsFromString('--semi-space-growth-factor=1');
}
setFlagsFromString(`--heap-growing-percent=${String(OLD_SPACE_GROWTH_PERCENT)}`);

/**
 * To be called when a program has started: lets go of what only starting took. The limit of the old space follows from
 * what is in use at the last collection, and the first would otherwise come late.
 */
export function settleHeap(): void {
  collect();
}

/** It grows when collections have found more in use than its size. */
function growNewSpace(): void {
  for (let round = 0; round < MOST_COLLECTIONS && newSpaceSize() < NEW_SPACE; round += 1) {
    const used = Array.from({ length: MEGABYTE / 64 }, (_, index) => [index]);
    collect({ type: 'minor' });
    used.length = 0;
  }
}

function newSpaceSize(): number {
  return getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space')?.space_size ?? 0;
}
