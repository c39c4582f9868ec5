/** Timeouts of queue engines. */

/** Timeout for connecting, and for a command. */
export const COMMAND_TIMEOUT_MS = 5000;
/** Timeout for the probing write that checks whether the engine is available. */
export const PROBE_TIMEOUT_MS = 2000;

/**
 * Rejects when `promise` takes longer than `limitMs`; a client could otherwise wait forever for its server.
 *
 * An answer that arrived while the event loop was blocked still counts: Node.js runs timers before it reads from sockets.
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
