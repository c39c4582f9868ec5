/** On Ctrl-C, stops and deletes everything before the bench exits. */
import { constants } from 'node:os';
import type { Workplace } from './workplace.ts';

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Installs the signal handlers. The returned function says whether a signal has arrived. */
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
