/** Ctrl-C: everything is stopped and deleted before the bench ends. */
import { constants } from 'node:os';
import type { Workplace } from './workplace.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Sees to it; the function that comes back says whether it has happened. */
export function stopOnSignals({ releases }: Workplace): () => boolean {
  let stopping = false;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      // One Ctrl-C can arrive twice: from the terminal and from pnpm.
      if (stopping) return;
      stopping = true;
      process.stderr.write('\nstopping\n');
      void releases.release().finally(() => process.exit(128 + constants.signals[signal]));
    });
  }
  return () => stopping;
}
