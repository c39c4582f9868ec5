/**
 * Keeps the heap of a program small. To be imported by its entry, before anything else is loaded.
 *
 * What our programs hold on to is some 30 MB. Left to itself, V8 would let 32 MB (in Node.js 24: 128 MB) of new objects
 * gather before it looks at them, and old ones until their space had doubled several times: 300 MB for a worker that
 * sends small emails. With these settings it is half of that, and the CPU time of an email stays the same.
 * bench/docs/reasons.md says what each of them is worth.
 *
 * As options of Node.js they would have to stand in every command line, and `NODE_OPTIONS` refuses some. The size of the
 * space for new objects is fixed when Node.js starts, but the factor by which it grows is read each time it does: it is
 * let grow at once, and then no more. When a program has little to do, V8 makes that space small again; so it is let
 * grow once more when there is, or a program would be slow for good after a quiet minute. Where Node.js was started with a size of its own
 * for that space, as in the image of SMTP, that one holds. Large things, such as attachments, lie outside the heap and are
 * not concerned.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 1024 * 1024;
/** Space for new objects, as two halves of which one is in use; each begins with 1 MB. Unless a program says otherwise. */
const NEW_SPACE_MB = 8;
/** The heap may grow by so much over what the last collection found in use, unless a program says otherwise. */
const OLD_SPACE_GROWTH_PERCENT = 60;
/** It takes one or two each time; should a later V8 want something else to let it grow, it stays as it is. */
const MAX_COLLECTIONS = 16;
/** A burst of requests would be over when it was noticed later. */
const LOOK_EVERY_MS = 200;
/** The share of its time for which a program is busy. To grow takes ten milliseconds, and one with less to do is none the faster for it. */
const BUSY = 0.5;

type Collect = (options?: { readonly type: 'minor' }) => void;

// Of WebAssembly there is Prisma's query compiler above all. To have it optimized takes 15 MB, and reading emails is none the faster.
setFlagsFromString('--liftoff-only');
// With so few new objects, the threads that would help to collect them take as much time as they save.
setFlagsFromString('--no-parallel-scavenge');
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as Collect;
setFlagsFromString('--no-expose-gc');

// eslint-disable-next-line no-restricted-properties -- It says how Node.js was started, and is read before all else is loaded.
const startedWith = [...process.execArgv, process.env['NODE_OPTIONS'] ?? ''].join(' ');
const isSizeGiven = /--(?:max|min)[-_]semi[-_]space[-_]size\b/.test(startedWith);
let newSpaceMb = NEW_SPACE_MB;
limitGrowth(OLD_SPACE_GROWTH_PERCENT);
if (!isSizeGiven) {
  growNewSpace();
  let before = performance.eventLoopUtilization();
  const looking = setInterval(() => {
    const isBusy = performance.eventLoopUtilization(before).utilization > BUSY;
    before = performance.eventLoopUtilization();
    if (!isBusy) return;
    growNewSpace();
    if (mayNewSpaceGrow()) clearInterval(looking);
  }, LOOK_EVERY_MS).unref();
}

/**
 * To be called when a program has started: lets go of what only starting took. The limit of the old space follows from
 * what is in use at the last collection, and the first would otherwise come late.
 *
 * @param options.newSpace megabytes of space for new objects at most; to double it costs about as much memory, and saves
 *   those a good deal of time that have many things under way at once.
 * @param options.growthPercent by how much the heap may grow over what a collection found in use.
 */
export function settleHeap({ newSpace = NEW_SPACE_MB, growthPercent = OLD_SPACE_GROWTH_PERCENT } = {}): void {
  newSpaceMb = newSpace;
  if (!isSizeGiven) growNewSpace();
  limitGrowth(growthPercent);
  collect();
}

function limitGrowth(percent: number): void {
  setFlagsFromString(`--heap-growing-percent=${String(percent)}`);
}

/** It grows when collections have found more in use than its size. */
function growNewSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  for (let round = 0; round < MAX_COLLECTIONS && mayNewSpaceGrow(); round += 1) {
    const used = Array.from({ length: 128 }, () => new Array<number>(1024).fill(0));
    collect({ type: 'minor' });
    used.length = 0;
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Each time it grows to twice its size. */
function mayNewSpaceGrow(): boolean {
  const { space_size: size } = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space') ?? {};
  return size !== undefined && 2 * size <= newSpaceMb * MEGABYTE;
}
