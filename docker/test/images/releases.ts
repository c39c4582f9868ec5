/** What was started, and is to be removed in the end, also when a signal comes first. */

/** As shells have it. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** Things to undo, the latest first. */
export interface Releases {
  readonly push: (undo: () => unknown) => void;
  /** Undoes everything, once. What cannot be undone is said, and keeps nothing else from it. */
  readonly releaseAll: () => Promise<void>;
}

/** An empty stack. */
export function openReleases(): Releases {
  const stack: (() => unknown)[] = [];
  let released: Promise<void> | undefined;
  const release = async (): Promise<void> => {
    for (let undo = stack.pop(); undo !== undefined; undo = stack.pop()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`check-images: something could not be removed: ${String(error)}\n`);
      }
    }
  };
  return { push: (undo) => void stack.push(undo), releaseAll: () => (released ??= release()) };
}

/** Undoes everything when a signal asks this program to end, and ends it. A second signal changes nothing. */
export function releaseOnSignal({ releaseAll }: Releases): void {
  let stopping = false;
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      process.stderr.write(`check-images: ${signal}; what was started is removed\n`);
      void releaseAll().then(() => process.exit(code));
    });
  }
}
