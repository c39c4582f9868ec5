/** Starting and stopping a process: resources are released once, in reverse order and within a timeout. */
import type { Logger } from './logger.ts';

/** A stack of release functions, so that shutdown runs in the reverse order of startup. */
export interface Releasers {
  /** Adds a function that is called once, after everything that was pushed later. `what` names it in the log. */
  push(what: string, release: () => unknown): void;
  /** Releases everything. A failed release is logged and does not stop the others. */
  releaseAll(): Promise<void>;
}

/** An empty stack of releasers. */
export function createReleasers(logger: Logger): Releasers {
  const stack: { what: string; release: () => unknown }[] = [];
  return {
    push: (what, release) => void stack.push({ what, release }),
    releaseAll: async () => {
      for (let entry = stack.pop(); entry !== undefined; entry = stack.pop()) {
        try {
          await entry.release();
        } catch (error) {
          logger.error({ err: error, what: entry.what }, 'could not be closed cleanly');
        }
      }
    },
  };
}

/**
 * On SIGTERM or SIGINT, releases everything and exits with 0; also after `timeoutMs` milliseconds, since unfinished work is
 * recovered from the table.
 *
 * @param releasers may be pending: a signal during the start waits for it, because a starting program may already be processing
 *   work. The caller must end the process when the start fails.
 */
export function exitOnSignal(releasers: Releasers | Promise<Releasers>, timeoutMs: number, logger: Logger): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.warn({ timeoutMs }, 'shutdown timed out');
      process.exit(0);
    }, timeoutMs).unref();
    const stopped = Promise.resolve(releasers).then((started) => started.releaseAll());
    stopped.then(
      () => {
        logger.info('stopped');
        process.exit(0);
      },
      () => undefined,
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** Ends a program that cannot start: prints the problem to standard error and exits with 1. */
export function exitWith(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** Explains why a port cannot be listened on, naming the variable to set; null for any other error. */
export function listenProblem(error: unknown, variable: string): string | null {
  const { code, port, address, hostname } = error as { code?: string; port?: number; address?: string; hostname?: string };
  if (code === 'EADDRINUSE') return `Port ${String(port)} is taken. Set ${variable} to a free one.`;
  if (code === 'EACCES') return `Port ${String(port)} may not be used by this user. Set ${variable} to one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `${String(address)} is no address of this machine. Correct HOST.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST is ${String(hostname)}, and no address is known for that name. Correct it.`;
  return null;
}
