/** Every limit of a session, of submission and of feedback. docs/operations.md has the same table for operators. */

/** How a message comes in. It lasts at most `graceMs`, and a second longer for each `minBytesPerSecond` that have come. */
export interface MessagePace {
  readonly graceMs: number;
  /** As the API asks of bodies. */
  readonly minBytesPerSecond: number;
  /** For the whole of a message. */
  readonly timeoutMs: number;
  /** Bytes after which a message is not waited for to end. More than it may have: the client cannot be told before. */
  readonly maxBytes: number;
}

/** What a connection may do without a message that is taken. Each one that is taken begins the count anew. */
export interface SessionLimits {
  readonly maxCommands: number;
  /** Replies of 5xx. */
  readonly maxErrors: number;
  readonly timeoutMs: number;
}

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
const MINUTE_MS = 60_000;

/** Submission: clients that have authenticated. */
export const SUBMISSION_LIMITS = {
  /** Bytes of all messages in memory; each takes several times its size while it is read and written. */
  bytesInFlight: 64 * MEGABYTE,
  /** Programs that submit keep connections open between messages, and say NOOP or RSET meanwhile. */
  session: { maxCommands: 1000, maxErrors: 100, timeoutMs: 30 * MINUTE_MS },
  pace: { graceMs: MINUTE_MS, minBytesPerSecond: 16 * KILOBYTE, timeoutMs: 30 * MINUTE_MS, maxBytes: 80 * MEGABYTE },
} as const satisfies { readonly bytesInFlight: number; readonly session: SessionLimits; readonly pace: MessagePace };

/** Feedback: servers that anybody may run. */
export const FEEDBACK_LIMITS = {
  /** Of a message. A report holds at most the message that it is about, and many cut that. */
  messageBytes: 5 * MEGABYTE,
  /** Bytes of all messages in memory: of each its beginning. */
  bytesInFlight: 16 * MEGABYTE,
  session: { maxCommands: 100, maxErrors: 20, timeoutMs: 10 * MINUTE_MS },
  pace: { graceMs: MINUTE_MS, minBytesPerSecond: 16 * KILOBYTE, timeoutMs: 10 * MINUTE_MS, maxBytes: 10 * MEGABYTE },
} as const satisfies {
  readonly messageBytes: number;
  readonly bytesInFlight: number;
  readonly session: SessionLimits;
  readonly pace: MessagePace;
};
