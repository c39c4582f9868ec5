/** Cleanup at the end or on a signal. */

/** Exit codes by shell convention: 128 + signal number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;

/** A stack of cleanup functions. */
export interface Releases {
  readonly push: (undo: () => unknown) => void;
  /** Runs all cleanup functions once, last added first. An error is printed and does not stop the others. */
  readonly releaseAll: () => Promise<void>;
}

export function openReleases(): Releases {
  const stack: (() => unknown)[] = [];
  let released: Promise<void> | undefined;
  const release = async (): Promise<void> => {
    for (let undo = stack.pop(); undo !== undefined; undo = stack.pop()) {
      try {
        await undo();
      } catch (error) {
        process.stderr.write(`check-images: cleanup failed: ${String(error)}\n`);
      }
    }
  };
  return { push: (undo) => void stack.push(undo), releaseAll: () => (released ??= release()) };
}

/** Cleans up and exits on a signal; further signals are ignored. */
export function releaseOnSignal({ releaseAll }: Releases): void {
  let stopping = false;
  for (const [signal, code] of Object.entries(EXIT_CODES)) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      process.stderr.write(`check-images: ${signal}; removing all containers and servers\n`);
      void releaseAll().then(() => process.exit(code));
    });
  }
}
