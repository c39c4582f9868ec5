/** Worker threads that parse untrusted messages: parsing can be slow, and would block every connection on the main thread. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { LIMITS } from '@sendoff/intake';
import { openFairLimiter, type Share } from '@sendoff/runtime';
import type { MessageParts } from '@sendoff/db';
import type { FeedbackReport } from '@sendoff/feedback';
import { Tinypool } from 'tinypool';
import { readParts, type ParsedParts } from '../message/read-parts.ts';

/** At least two, so that one is free for other API keys while one key occupies the other. */
const PARSER_THREADS = Math.max(2, Math.min(4, availableParallelism()));
/** The time limit for a message, and the extra time for each megabyte of it. */
const PARSE_TIMEOUT_MS = 5000;
const PARSE_TIMEOUT_MS_PER_MB = 500;
/** How long a client waits for a free thread. */
const TURN_TIMEOUT_MS = 30_000;
/** Heap limit of a thread; the bytes of the message and its attachments are outside the heap. */
const THREAD_HEAP_MB = 256;
/** An idle thread ends after this time. */
const IDLE_MS = 30_000;
const MEGABYTE = 1024 * 1024;

/** The path is the same from src and from dist. */
const fileOf = (name: string): string => fileURLToPath(new URL(`../../workers/${name}`, import.meta.url));
const PARSE_MIME = fileOf('parse-mime.js');
const ENCODE_HEADER = fileOf('encode-header.js');
const PARSE_FEEDBACK = fileOf('parse-feedback.js');

/** Why a message was not parsed. */
export interface Unread {
  readonly problem: string;
  /**
   * `content`: it cannot be parsed. `time`: parsing takes too long. `turn`: no thread was free in time, or the process stops.
   */
  readonly cause: 'content' | 'time' | 'turn';
}

const STOPPING: Unread = { problem: 'The process is stopping.', cause: 'turn' };

/** The parser threads of this process, shared fairly by API key or network. */
export interface Parsers {
  /**
   * Parses a message whose client waits for the reply. Waits at most 30 seconds for a thread. Never rejects because of the
   * content of a message.
   */
  readonly parseMessage: (key: string, message: Uint8Array<ArrayBuffer>) => Promise<MessageParts | Unread>;
  /**
   * Parses a message without a limit on the wait for a thread. `load` runs once a thread is free, and returns null if the message
   * is no longer needed.
   */
  readonly parseLater: (
    key: string,
    load: () => Promise<Uint8Array<ArrayBuffer> | null>,
  ) => Promise<MessageParts | Unread | null>;
  /** Encodes a header section in ASCII as far as possible, for a waiting client like `parseMessage`. */
  readonly encodeHeader: (key: string, header: Uint8Array) => Promise<Uint8Array | Unread>;
  /** Parses a bounce or complaint, like `parseMessage`. */
  readonly parseFeedback: (network: string, raw: Uint8Array, sender: string) => Promise<FeedbackReport | Unread>;
  /** Ends the threads; unfinished messages remain unparsed. */
  readonly close: () => Promise<void>;
}

/** Opens the pool; each thread starts on demand. */
export function openParsers({ timeoutMs = PARSE_TIMEOUT_MS }: { readonly timeoutMs?: number } = {}): Parsers {
  const stop = new AbortController();
  const isStopping = (): boolean => stop.signal.aborted;
  const turns = openFairLimiter({ resource: 'parser_threads', total: PARSER_THREADS });
  const pool = new Tinypool({
    minThreads: 0,
    maxThreads: PARSER_THREADS,
    idleTimeout: IDLE_MS,
    resourceLimits: { maxOldGenerationSizeMb: THREAD_HEAP_MB },
  });

  /** Runs the work once a thread is free. */
  const inTurn = async <Result>(waiting: Promise<Share | null>, work: () => Promise<Result>): Promise<Result | Unread> => {
    const turn = await waiting;
    if (turn === null) return { problem: 'No parser thread was free in time.', cause: 'turn' };
    try {
      return await work();
    } finally {
      turn.release();
    }
  };

  const inThread = async <Answer>(filename: string, bytes: number, value: object): Promise<Answer | Unread> => {
    if (isStopping()) return STOPPING;
    const deadline = AbortSignal.timeout(timeoutMs + Math.ceil((bytes / MEGABYTE) * PARSE_TIMEOUT_MS_PER_MB));
    try {
      return (await pool.run(value, { filename, signal: deadline })) as Answer;
    } catch (error) {
      if (isStopping()) return STOPPING;
      return deadline.aborted
        ? { problem: 'Parsing took too long.', cause: 'time' }
        : { problem: String(error), cause: 'content' };
    }
  };

  const parse = async (message: Uint8Array<ArrayBuffer>): Promise<MessageParts | Unread> => {
    const value = { message, maxText: LIMITS.contentOctets, maxAttachments: LIMITS.attachments };
    const parsed = await inThread<ParsedParts | { readonly problem: string }>(PARSE_MIME, message.length, value);
    return 'problem' in parsed ? { cause: 'content', ...parsed } : readParts(parsed);
  };

  const { signal } = stop;
  const soon = (key: string): Promise<Share | null> => turns.acquireWithin(key, TURN_TIMEOUT_MS, { signal });
  const whenever = (key: string): Promise<Share | null> => turns.acquire(key, { signal }).catch(() => null);

  return {
    parseMessage: (key, message) => inTurn(soon(key), () => parse(message)),
    parseLater: (key, load) =>
      inTurn(whenever(key), async () => {
        const message = await load();
        return message === null ? null : parse(message);
      }),
    encodeHeader: (key, header) => inTurn(soon(key), () => inThread<Uint8Array>(ENCODE_HEADER, header.length, { header })),
    parseFeedback: (network, raw, sender) =>
      inTurn(soon(network), () => inThread<FeedbackReport>(PARSE_FEEDBACK, raw.length, { raw, sender })),
    close: () => {
      stop.abort();
      return pool.destroy();
    },
  };
}
