/** Turns a submitted message into the one that is sent. */
import type { HeaderSection } from './header-fields.ts';

/** The fields that are added at the top. */
export interface TopFields {
  /** The value of the `Received` field, folded. */
  readonly received: string;
  /** The Message-ID to add; null if the message has one. */
  readonly messageId: string | null;
  /** The date to add, which is when the message was accepted; null if the message has one. */
  readonly date: Date | null;
  /** The From address to add; null if the message has one. */
  readonly from: string | null;
}

/** Bcc recipients, instructions to Sendoff, and a field that only the final server may write (RFC 5321 section 4.4). */
const TAKEN_OUT: ReadonlySet<string> = new Set(['bcc', 'resent-bcc', 'resend-idempotency-key', 'return-path']);

/**
 * Removes what recipients must not see, and adds the trace field and missing fields at the top (RFC 6409 section 8). Every other
 * byte stays in place, so that a signature over it stays valid.
 */
export function prepareMessage(message: Buffer, { fields, end }: HeaderSection, top: TopFields): Buffer<ArrayBuffer> {
  const missing = [
    ...(top.messageId === null ? [] : [['Message-ID', top.messageId] as const]),
    ...(top.date === null ? [] : [['Date', mailDate(top.date)] as const]),
    ...(top.from === null ? [] : [['From', top.from] as const]),
  ];
  const added = [`Received: ${top.received}`, ...missing.map(([name, value]) => `${name}: ${value}`)];
  // A field that is added was missing or empty; an empty one is removed.
  const takenOut = new Set([...TAKEN_OUT, ...missing.map(([name]) => name.toLowerCase())]);
  const kept = fields.filter(({ name }) => !takenOut.has(name));
  const body = message.subarray(end);
  return Buffer.concat([
    Buffer.from(`${added.join('\r\n')}\r\n`),
    ...kept.map((field) => message.subarray(field.start, field.end)),
    ...(body.length === 0 ? [Buffer.from('\r\n')] : [body]),
  ]);
}

/** A date as RFC 5322 section 3.3 writes it. */
export const mailDate = (date: Date): string => date.toUTCString().replace('GMT', '+0000');
