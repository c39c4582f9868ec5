/** Group commit: items that arrive during a run are batched into the next run. */

/** Settles the promise of one item. */
interface Settle<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Settles the promises of a run. */
type Tell = () => void;

/** Runs one at a time, in order of request. A start that returns undefined has nothing to run and is skipped. */
export type Turns = (start: () => Promise<Tell> | undefined) => void;

/** Opens turns to share between group commits: while one runs, the others gather larger batches. */
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
    // The next run's query is sent at the next tick, when the pool assigns a connection. Settling callers before that would
    // keep the process busy and the database idle.
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
 * Turns a function that processes a batch of items into one that takes single items.
 *
 * It uses no timer: when idle, an item is processed at once and alone, and items that arrive during a run form the next batch.
 * So an idle system adds no delay, and a busy one batches hundreds of statements into one.
 *
 * When a batch fails, each of its items is processed again alone, so that an error reaches only its own caller. `run` must
 * therefore be atomic.
 *
 * @param run returns a result for each item, in their order.
 * @param options.maxItems most items in a batch.
 * @param options.countOf how many items an item counts as; 1 by default. An item above `maxItems` is processed alone.
 * @param options.shareOf the owner of an item. Owners with waiting items take turns; items of one owner are processed in order.
 * @param options.turns shared between group commits that must not run concurrently.
 */
export function groupCommit<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { maxItems, countOf = () => 1, shareOf = () => '', turns = openTurns() }: GroupCommitOptions<Item>,
): (item: Item) => Promise<Result> {
  type Entry = { readonly item: Item } & Settle<Result>;
  /** The waiting items by owner; the first owner is next. */
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
      // Moved to the end of the map, where this loop reaches it again.
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
    // Remaining items wait for another turn.
    if (waiting.size > 0) turns(start);
    return handled;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      const share = shareOf(item);
      const entries = waiting.get(share);
      if (entries === undefined) waiting.set(share, [{ item, resolve, reject }]);
      else entries.push({ item, resolve, reject });
      // Deferred, so that callers in the same tick share the first run.
      queueMicrotask(() => turns(start));
    });
}
