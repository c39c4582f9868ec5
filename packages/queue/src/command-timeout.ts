/** How long an engine is waited for. */

/** How long it may take to be reached, or for a command, before the caller hears that it is away; in milliseconds. */
export const COMMAND_TIMEOUT_MS = 5000;
/** How long a write may take that finds out whether the engine can be used; in milliseconds. */
export const PROBE_TIMEOUT_MS = 2000;

/**
 * Rejects when `promise` takes longer than `limitMs`; a client may otherwise wait for ever for its server.
 *
 * An answer that arrived while this process stood still counts: Node.js runs timers before it reads from sockets.
 */
export async function withTimeout<Value>(promise: Promise<Value>, limitMs: number): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const timeout = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      setImmediate(() => reject(new Error(`the queue did not answer within ${String(limitMs)} ms`)));
    }, limitMs);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    clearTimeout(timer);
  }
}
