/** Starting and stopping a process: what is opened is released in reverse, once, and within a limit. */
import type { Logger } from './logger.ts';

/** Things to undo, the latest first. Start-up pushes; shutdown is then its mirror image. */
export interface Releasers {
  /** `release` will be called once, after everything that was pushed later. */
  push(what: string, release: () => unknown): void;
  /** Releases everything. A release that fails is logged and does not keep the others from theirs. */
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
 * Releases everything and exits 0 on SIGTERM or SIGINT; exits 0 as well when that takes longer than
 * `timeoutMs`, since what is left is recovered from the table.
 *
 * @param releasers may still be on their way: a program that is starting already has work in hand, and a
 *   signal that comes then must not cut it off. Whoever started it sees to it that a failed start ends it.
 */
export function exitOnSignal(releasers: Releasers | Promise<Releasers>, timeoutMs: number, logger: Logger): void {
  let stopping = false;
  const stop = (signal: NodeJS.Signals): void => {
    if (stopping) return;
    stopping = true;
    logger.info({ signal }, 'stopping');
    setTimeout(() => {
      logger.warn({ timeoutMs }, 'not everything was finished in time');
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

/** Ends a program that cannot start: prints why, for the person who started it, and exits 1. */
export function exitWith(problem: string): never {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

/** A sentence for a port that could not be listened on, naming the variable to set; null when `error` is something else. */
export function listenProblem(error: unknown, variable: string): string | null {
  const { code, port, address, hostname } = error as { code?: string; port?: number; address?: string; hostname?: string };
  if (code === 'EADDRINUSE') return `Port ${String(port)} is taken. Set ${variable} to a free one.`;
  if (code === 'EACCES') return `Port ${String(port)} may not be used by this user. Set ${variable} to one above 1023.`;
  if (code === 'EADDRNOTAVAIL') return `${String(address)} is no address of this machine. Correct HOST.`;
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN')
    return `HOST is ${String(hostname)}, and no address is known for that name. Correct it.`;
  return null;
}
