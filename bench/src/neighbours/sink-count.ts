/** A timestamp is recorded at the first message and after every this many messages. */
export const MESSAGES_PER_MARK = 100;

/** Counts since the last reset. */
export interface SinkCount {
  readonly messages: number;
  /** Bytes of the messages as transmitted. */
  readonly octets: number;
  /** When every hundredth message was received, including the first; by the shared clock. */
  readonly marks: readonly number[];
  /** With `watch`: when the message to each recipient was received. */
  readonly taken: Readonly<Record<string, number>>;
}
