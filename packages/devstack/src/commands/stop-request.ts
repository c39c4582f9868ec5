/** Ctrl-C and its relatives, for commands that have things to stop. */

/** Whether and when the person, or the system, wants this to end. */
export interface StopRequest {
  /** Aborts at the first request. */
  readonly signal: AbortSignal;
  /** Resolves at the first request. */
  readonly requested: Promise<void>;
  /** Resolves at the second. */
  readonly hurried: Promise<void>;
  /** Requests it from inside. */
  readonly request: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can arrive more than once: from the terminal, handed down by pnpm, and because the launcher has ended. */
const SAME_REQUEST_MS = 1000;

/** Listens for the signals from now on. */
export function listenForStop(): StopRequest {
  const first = new AbortController();
  const second = new AbortController();
  let firstAt: number | undefined;

  function request(): void {
    firstAt ??= performance.now();
    first.abort();
  }

  function onSignal(): void {
    if (firstAt !== undefined && performance.now() - firstAt > SAME_REQUEST_MS) second.abort();
    request();
  }

  for (const signal of SIGNALS) process.on(signal, onSignal);
  return { signal: first.signal, requested: aborted(first.signal), hurried: aborted(second.signal), request };
}

const aborted = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => signal.addEventListener('abort', () => resolve(), { once: true }));
