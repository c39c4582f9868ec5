/** Threads that read what strangers wrote: it may take long, and every other connection would wait for it. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { LIMITS } from '@sendoff/intake';
import { openFairLimiter, type Share } from '@sendoff/runtime';
import type { MessageParts } from '@sendoff/db';
import type { FeedbackReport } from '@sendoff/feedback';
import { Tinypool } from 'tinypool';
import { readParts, type ParsedParts } from '../message/read-parts.ts';

/** Two at least, so that one is free for the other keys while a key has one. */
const PARSER_THREADS = Math.max(2, Math.min(4, availableParallelism()));
/** How long a thread may take for a message, and how much longer for each megabyte of it. */
const PARSE_TIMEOUT_MS = 5000;
const PARSE_TIMEOUT_MS_PER_MB = 500;
/** How long a client waits for its turn. */
const TURN_TIMEOUT_MS = 30_000;
/** Of the heap of a thread; the bytes of the message and of its files lie outside. */
const THREAD_HEAP_MB = 256;
/** A thread without work ends after so long. */
const IDLE_MS = 30_000;
const MEGABYTE = 1024 * 1024;

/** From src as from dist. */
const fileOf = (name: string): string => fileURLToPath(new URL(`../../workers/${name}`, import.meta.url));
const PARSE_MIME = fileOf('parse-mime.js');
const ENCODE_HEADER = fileOf('encode-header.js');
const PARSE_FEEDBACK = fileOf('parse-feedback.js');

/** Why nothing was read. */
export interface Unread {
  readonly problem: string;
  /** `content`: it cannot be read. `time`: it takes too long. `turn`: others are being read, or the process stops. */
  readonly cause: 'content' | 'time' | 'turn';
}

const STOPPING: Unread = { problem: 'The process stops.', cause: 'turn' };

/** The threads of this process. Keys take turns. */
export interface Parsers {
  /**
   * The parts of a message whose client waits for the answer; waits for its turn no longer than 30 seconds. Never rejects for
   * what a message holds.
   */
  readonly parseMessage: (key: string, message: Uint8Array<ArrayBuffer>) => Promise<MessageParts | Unread>;
  /** The same, whenever its turn comes. The message is loaded then; null when it is no longer wanted. */
  readonly parseLater: (
    key: string,
    load: () => Promise<Uint8Array<ArrayBuffer> | null>,
  ) => Promise<MessageParts | Unread | null>;
  /** Writes a header section in ASCII as far as that is possible; for a client that waits, as `parseMessage`. */
  readonly encodeHeader: (key: string, header: Uint8Array) => Promise<Uint8Array | Unread>;
  /** Reads a message that came back, as `parseMessage`. */
  readonly parseFeedback: (network: string, raw: Uint8Array, sender: string) => Promise<FeedbackReport | Unread>;
  /** Ends the threads; what they had under way is left unread. */
  readonly close: () => Promise<void>;
}

/** Opens the threads; each starts when it is needed. */
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

  /** Works once there is a turn. */
  const inTurn = async <Result>(waiting: Promise<Share | null>, work: () => Promise<Result>): Promise<Result | Unread> => {
    const turn = await waiting;
    if (turn === null) return { problem: 'Others are being read.', cause: 'turn' };
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
      return deadline.aborted ? { problem: 'It took too long.', cause: 'time' } : { problem: String(error), cause: 'content' };
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
