/** Group commit: work that comes while earlier work is under way is done together after it. */

/** What one item came to. */
interface Settle<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Tells those who wait for a run what it came to. */
type Tell = () => void;

/** One run at a time of those that share it, in the order in which they asked. Who has nothing to run by then is passed over. */
export type Turns = (start: () => Promise<Tell> | undefined) => void;

/** Opens turns for group commits to share: while one has its run, the others gather more than they would beside it. */
export function openTurns(): Turns {
  const waiting = new Set<() => Promise<Tell> | undefined>();
  let isTaken = false;
  const next = (): void => {
    for (const start of waiting) {
      if (isTaken) return;
      waiting.delete(start);
      isTaken = true;
      const run = start();
      if (run === undefined) isTaken = false;
      else void run.then(pass);
    }
  };
  const pass = (tell: Tell): void => {
    isTaken = false;
    next();
    // What they do then keeps this process busy, and would keep the database waiting for the next run, which only leaves at
    // the next tick: a pool hands out its connections there.
    process.nextTick(tell);
  };
  return (start) => {
    waiting.add(start);
    next();
  };
}

interface GroupCommitOptions<Item> {
  readonly maxItems: number;
  readonly countOf?: (item: Item) => number;
  readonly shareOf?: (item: Item) => string;
  readonly turns?: Turns;
}

/**
 * Turns a function that handles many items at once into one that takes them one at a time.
 *
 * There is no timer: an item that finds nothing under way is handled at once and alone, and while
 * that lasts the next ones gather. So an idle system adds no delay, and a busy one does in one
 * statement what would have been hundreds.
 *
 * When handling several items fails, each is handled again by itself, so that an error of one
 * reaches only its caller. `run` must therefore do all of them or none.
 *
 * @param run returns a result for each item, in their order.
 * @param options.maxItems items handled at once at most.
 * @param options.countOf as how many of them an item counts, 1 where it is left out. One that counts as more than `maxItems` is
 *   handled alone.
 * @param options.shareOf whose item it is: while several wait, each has one item handled after the other's. Items of one are handled
 *   in the order in which they came.
 * @param options.turns shared with others of which no two are to run at once.
 */
export function groupCommit<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { maxItems, countOf = () => 1, shareOf = () => '', turns = openTurns() }: GroupCommitOptions<Item>,
): (item: Item) => Promise<Result> {
  type Entry = { readonly item: Item } & Settle<Result>;
  /** What waits, by whose it is; the first to come is next. */
  const waiting = new Map<string, Entry[]>();

  const takeGroup = (): Entry[] => {
    const group: Entry[] = [];
    let count = 0;
    for (const [share, entries] of waiting) {
      const [entry] = entries;
      if (entry === undefined) continue;
      count += countOf(entry.item);
      if (group.length > 0 && count > maxItems) break;
      group.push(entry);
      entries.shift();
      waiting.delete(share);
      // Behind the others, where this loop finds it again.
      if (entries.length > 0) waiting.set(share, entries);
    }
    return group;
  };
  const handle = async (group: readonly Entry[]): Promise<Tell> => {
    try {
      const results = await run(group.map(({ item }) => item));
      return () => group.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      if (group.length === 1) return () => group[0]?.reject(error);
      for (const entry of group) {
        const tell = await handle([entry]);
        tell();
      }
      return () => undefined;
    }
  };
  const start = (): Promise<Tell> | undefined => {
    if (waiting.size === 0) return undefined;
    const handled = handle(takeGroup());
    // What is left over waits for its next turn behind the others.
    if (waiting.size > 0) turns(start);
    return handled;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      const share = shareOf(item);
      const entries = waiting.get(share);
      if (entries === undefined) waiting.set(share, [{ item, resolve, reject }]);
      else entries.push({ item, resolve, reject });
      // Callers of the same turn of the event loop share one run from the start.
      queueMicrotask(() => turns(start));
    });
}
