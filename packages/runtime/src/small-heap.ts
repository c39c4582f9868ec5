/**
 * Keeps the heap of a program small. The entry point must import it before anything else.
 *
 * Our programs retain some 30 MB. By default, V8 lets 32 MB (in Node.js 24: 128 MB) of new objects accumulate before it
 * collects them, and lets the old space double several times: 300 MB for a worker that sends small emails. These settings halve
 * that at the same CPU time per email; bench/docs/reasons.md has the effect of each.
 *
 * As Node.js options, they would be needed in every command line, and `NODE_OPTIONS` rejects some. The maximum size of the new
 * space is fixed at start, but its growth factor is read each time it grows: so the new space is grown at start, and then kept
 * from growing. V8 shrinks it while a program is idle, so it is grown again when the program is busy. A size given to Node.js
 * explicitly, as in the SMTP image, takes precedence. Large data, such as attachments, is outside the heap and not affected.
 */
import { getHeapSpaceStatistics, setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

const MEGABYTE = 1024 * 1024;
/** Default size of the new space: two semi-spaces, one of them in use, each starting at 1 MB. */
const NEW_SPACE_MB = 8;
/** Default growth of the heap over the size in use after the last collection. */
const OLD_SPACE_GROWTH_PERCENT = 60;
/** Limit of collections per growth. One or two suffice; a later V8 might not grow the space this way at all. */
const MAX_COLLECTIONS = 16;
/** Short enough to notice a burst of requests. */
const LOOK_EVERY_MS = 200;
/** Event loop utilization above which the space is grown. Growing takes 10 ms and does not help a program with less load. */
const BUSY = 0.5;

type Collect = (options?: { readonly type: 'minor' }) => void;

// WebAssembly is mainly Prisma's query compiler; optimizing it takes 15 MB and does not make reading emails faster.
setFlagsFromString('--liftoff-only');
// With a small new space, parallel collector threads cost as much time as they save.
setFlagsFromString('--no-parallel-scavenge');
setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as Collect;
setFlagsFromString('--no-expose-gc');

// eslint-disable-next-line no-restricted-properties -- Reads the options of Node.js, before any other module is loaded.
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
 * Call it when a program has started, to collect the garbage of the start. The limit of the old space depends on the size in use
 * after the last collection, and the first one would otherwise come late.
 *
 * @param options.newSpace maximum megabytes of the new space; doubling it costs about that much memory, and saves much time in
 *   programs with high concurrency.
 * @param options.growthPercent growth of the heap over the size in use after a collection.
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

/** Makes V8 grow the space, which it does when collections find enough objects in use. */
function growNewSpace(): void {
  setFlagsFromString('--semi-space-growth-factor=2');
  for (let round = 0; round < MAX_COLLECTIONS && mayNewSpaceGrow(); round += 1) {
    const used = Array.from({ length: 128 }, () => new Array<number>(1024).fill(0));
    collect({ type: 'minor' });
    used.length = 0;
  }
  setFlagsFromString('--semi-space-growth-factor=1');
}

/** Whether doubling the space, as V8 does, stays within the limit. */
function mayNewSpaceGrow(): boolean {
  const { space_size: size } = getHeapSpaceStatistics().find(({ space_name: name }) => name === 'new_space') ?? {};
  return size !== undefined && 2 * size <= newSpaceMb * MEGABYTE;
}
