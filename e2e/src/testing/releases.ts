/** Gives back what a test has taken, even when it fails. */

/** What is still to be given back. */
export interface Releases {
  /** Adds something, to be released before all that was added earlier. */
  readonly add: (release: () => unknown) => void;
  /** Releases everything; each gets its turn even when another fails. */
  readonly releaseAll: () => Promise<void>;
}

/** An empty one; a file of tests has one and calls `releaseAll` from its `afterEach` or `afterAll`. */
export function createReleases(): Releases {
  const stack: (() => unknown)[] = [];
  return {
    add: (release) => void stack.push(release),
    releaseAll: async () => {
      const failures: unknown[] = [];
      for (let release = stack.pop(); release !== undefined; release = stack.pop()) {
        try {
          await release();
        } catch (error) {
          failures.push(error);
        }
      }
      if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be released.');
    },
  };
}
