/** Makes plain texts from html in threads: a stranger's html may take as long as it likes. */
import { openFairLimiter } from '@sendoff/runtime';
import type { Tinypool } from 'tinypool';
import type { TextOrder } from './make-text.ts';

/** Makes the texts of emails that came without one. */
export interface TextMaker {
  /** Makes one. Waits for a thread; those who have the same key take turns, and have one thread at most. */
  readonly make: (request: TextRequest) => Promise<MadeText>;
  /** Ends the threads, once they have nothing to do. */
  readonly close: () => Promise<void>;
}

/** Whose html it is, and how long a text may be. */
export interface TextRequest {
  readonly html: string;
  /** The API key that it came with, or what else shares are counted by. */
  readonly key: string;
  /** Of the text in UTF-8. */
  readonly maxBytes: number;
}

/** The text, or why there is none. */
export type MadeText = { readonly text: string } | { readonly problem: string };

/** How threads are run. */
export interface TextMakerOptions {
  /** Milliseconds for a text, from when a thread has begun with it. */
  readonly deadlineMs?: number;
}

/** Threads at once. A key has one, so there is another for the others, and never more than two cores are busy with texts. */
const MAX_THREADS = 2;
/** The worst html that is known takes half a second, and 1 MB of ordinary html a tenth. */
const TEXT_TIMEOUT_MS = 2000;
/** A thread starts in a tenth of a second, on a machine that has nothing else to do. */
const START_TIMEOUT_MS = 30_000;
/** Threads that had nothing to do for so long end, and give back their memory. */
const IDLE_TIMEOUT_MS = 60_000;
/** Html with as many elements as are read takes some 60 MB. */
const THREAD_MEMORY = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };
/** Characters of html that a thread is sent; it reads no more. */
const MAX_SENT = 1_000_000;

const isBuilt = import.meta.url.endsWith('.js');
const THREAD = new URL(isBuilt ? './make-text.js' : '../../workers/make-text-from-sources.js', import.meta.url);

/** Opens a maker of texts. Threads start with the first text that is to be made. */
export function openTextMaker({ deadlineMs = TEXT_TIMEOUT_MS }: TextMakerOptions = {}): TextMaker {
  const limiter = openFairLimiter({ resource: 'text_threads', total: MAX_THREADS });
  const running = new Set<Promise<MadeText>>();
  let pool: Promise<Tinypool> | undefined;

  const run = async ({ html, maxBytes }: TextRequest): Promise<MadeText> => {
    const threads = await (pool ??= openPool());
    const begunAt = new Float64Array(new SharedArrayBuffer(Float64Array.BYTES_PER_ELEMENT));
    const { signal, abort, clear } = abortLate(begunAt, deadlineMs);
    // Of a thread that cannot start; the pool itself would wait for it for ever.
    threads.once('error', abort);
    try {
      const order: TextOrder = { html: html.slice(0, MAX_SENT), maxBytes, begunAt };
      return { text: (await threads.run(order, { signal })) as string };
    } catch (error) {
      return { problem: String(signal.aborted ? signal.reason : error) };
    } finally {
      threads.off('error', abort);
      clear();
    }
  };

  const inTurn = async (request: TextRequest): Promise<MadeText> => {
    const thread = await limiter.acquire(request.key);
    try {
      return await run(request);
    } finally {
      thread.release();
    }
  };

  return {
    make: async (request) => {
      const text = inTurn(request);
      running.add(text);
      try {
        return await text;
      } finally {
        running.delete(text);
      }
    },
    close: async () => {
      await Promise.allSettled(running);
      const threads = await pool;
      pool = undefined;
      await threads?.destroy();
    },
  };
}

async function openPool(): Promise<Tinypool> {
  const { Tinypool: Pool } = await import('tinypool');
  const pool = new Pool({
    filename: THREAD.href,
    minThreads: 0,
    maxThreads: MAX_THREADS,
    idleTimeout: IDLE_TIMEOUT_MS,
    resourceLimits: THREAD_MEMORY,
  });
  // A thread that fails while it has nothing to do is replaced when there is.
  pool.on('error', () => undefined);
  return pool;
}

/** A signal to end the thread that has begun at `begunAt`, once it has had its time. One that has not begun yet is still starting. */
function abortLate(begunAt: Float64Array<SharedArrayBuffer>, deadlineMs: number) {
  const controller = new AbortController();
  const asked = Date.now();
  const abort = (reason: unknown): void => controller.abort(reason);
  const look = (): void => {
    const [begun = 0] = begunAt;
    const left = begun === 0 ? asked + START_TIMEOUT_MS - Date.now() : begun + deadlineMs - Date.now();
    if (left > 0) timer = setTimeout(look, Math.min(left, deadlineMs));
    else abort(begun === 0 ? 'No thread started' : `It took more than ${String(deadlineMs)} ms`);
  };
  let timer = setTimeout(look, deadlineMs);
  return { signal: controller.signal, abort, clear: () => clearTimeout(timer) };
}
