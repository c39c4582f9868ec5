/** Group commit: work that comes while earlier work is under way is done together after it. */

/** What one item came to. */
interface Settle<Result> {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
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
 * @param options.lanes how many runs may be under way at once.
 */
export function groupCommit<Item, Result>(
  run: (items: readonly Item[]) => Promise<readonly Result[]>,
  { maxItems, lanes = 1 }: { readonly maxItems: number; readonly lanes?: number },
): (item: Item) => Promise<Result> {
  const waiting: ({ readonly item: Item } & Settle<Result>)[] = [];
  let underWay = 0;

  const handle = async (group: typeof waiting): Promise<void> => {
    try {
      const results = await run(group.map(({ item }) => item));
      group.forEach(({ resolve }, index) => resolve(results[index] as Result));
    } catch (error) {
      if (group.length === 1) group[0]?.reject(error);
      else for (const entry of group) await handle([entry]);
    }
  };
  const next = (): void => {
    if (underWay >= lanes || waiting.length === 0) return;
    underWay += 1;
    void handle(waiting.splice(0, maxItems)).then(() => {
      underWay -= 1;
      next();
    });
  };

  return (item) =>
    new Promise((resolve, reject) => {
      waiting.push({ item, resolve, reject });
      // Callers of the same turn of the event loop share one run from the start.
      queueMicrotask(next);
    });
}
