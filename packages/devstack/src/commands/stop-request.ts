/** Handles Ctrl-C and other stop signals. */

/** A request of the user or the system to stop. */
export interface StopRequest {
  /** Aborts at the first request. */
  readonly signal: AbortSignal;
  /** Resolves at the first request. */
  readonly requested: Promise<void>;
  /** Resolves at the second request, which asks to stop immediately. */
  readonly hurried: Promise<void>;
  /** Requests a stop from within the process. */
  readonly request: () => void;
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** One Ctrl-C can arrive several times: from the terminal, forwarded by pnpm, and because the launcher ended. */
const SAME_REQUEST_MS = 1000;

/** Starts listening for the signals. */
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
