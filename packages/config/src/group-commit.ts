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
 * @param options.turns shared with others of which no two are to run at once.
 */
export function groupCommit<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { maxItems, turns = openTurns() }: { readonly maxItems: number; readonly turns?: Turns },
): (item: Item) => Promise<Result> {
  const waiting: ({ readonly item: Item } & Settle<Result>)[] = [];

  const handle = async (group: typeof waiting): Promise<Tell> => {
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
    if (waiting.length === 0) return undefined;
    const handled = handle(waiting.splice(0, maxItems));
    // What is left over waits for its next turn behind the others.
    if (waiting.length > 0) turns(start);
    return handled;
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // Callers of the same turn of the event loop share one run from the start.
      queueMicrotask(() => turns(start));
    });
}
