/** Cleanup after a test, even if it fails. */

/** A stack of cleanup functions. */
export interface Releases {
  /** Adds a function that runs before those added earlier. */
  readonly add: (release: () => unknown) => void;
  /** Runs all functions, even if one of them fails. */
  readonly releaseAll: () => Promise<void>;
}

/** Creates an empty stack; a test file has one and calls `releaseAll` in its `afterEach` or `afterAll`. */
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
