/** All limits of submission and feedback sessions. docs/operations.md has the same table for operators. */

/** The minimum pace of an incoming message. It may take `graceMs`, plus one second for each `minBytesPerSecond` received. */
export interface MessagePace {
  readonly graceMs: number;
  /** The same rate as for request bodies of the API. */
  readonly minBytesPerSecond: number;
  /** The time limit for the whole message. */
  readonly timeoutMs: number;
  /**
   * The connection is closed after this many bytes. It exceeds the maximum message size, because a client can only be answered
   * after the end of its message.
   */
  readonly maxBytes: number;
}

/** What a connection may do between two accepted messages. */
export interface SessionLimits {
  readonly maxCommands: number;
  /** Replies with a 5xx code. */
  readonly maxErrors: number;
  readonly timeoutMs: number;
}

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;
const MINUTE_MS = 60_000;

/** Limits of submission, for clients that have authenticated. */
export const SUBMISSION_LIMITS = {
  /** Bytes of all messages in memory; each takes several times its size while it is parsed and stored. */
  bytesInFlight: 64 * MEGABYTE,
  /** Connection pools keep connections open between messages, and send NOOP or RSET meanwhile. */
  session: { maxCommands: 1000, maxErrors: 100, timeoutMs: 30 * MINUTE_MS },
  pace: { graceMs: MINUTE_MS, minBytesPerSecond: 16 * KILOBYTE, timeoutMs: 30 * MINUTE_MS, maxBytes: 80 * MEGABYTE },
} as const satisfies { readonly bytesInFlight: number; readonly session: SessionLimits; readonly pace: MessagePace };

/** Limits of feedback, for servers that anyone may run. */
export const FEEDBACK_LIMITS = {
  /** Maximum size of a message. A report contains at most the original message, and many truncate it. */
  messageBytes: 5 * MEGABYTE,
  /** Bytes of all messages in memory; only the beginning of each is kept. */
  bytesInFlight: 16 * MEGABYTE,
  session: { maxCommands: 100, maxErrors: 20, timeoutMs: 10 * MINUTE_MS },
  pace: { graceMs: MINUTE_MS, minBytesPerSecond: 16 * KILOBYTE, timeoutMs: 10 * MINUTE_MS, maxBytes: 10 * MEGABYTE },
} as const satisfies {
  readonly messageBytes: number;
  readonly bytesInFlight: number;
  readonly session: SessionLimits;
  readonly pace: MessagePace;
};
