/** From a message as it was submitted to the one that is sent. */
import type { HeaderSection } from './header-fields.ts';

/** What is written on top of it. */
export interface TopFields {
  /** The value of the `Received` field, folded. */
  readonly received: string;
  /** The Message-ID that it is to have; null where it has one. */
  readonly messageId: string | null;
  /** When it was accepted; null where it says when it was written. */
  readonly date: Date | null;
  /** The address that it is from; null where it says so. */
  readonly from: string | null;
}

/** Blind recipients, what was said to Sendoff alone, and what only the server of the recipient writes (RFC 5321 section 4.4). */
const TAKEN_OUT: ReadonlySet<string> = new Set(['bcc', 'resent-bcc', 'resend-idempotency-key', 'return-path']);

/**
 * Takes out what recipients are not to see, and puts trace and missing fields on top (RFC 6409 section 8). Every
 * other octet stays where it was, so that a signature over it holds.
 */
export function prepareMessage(message: Buffer, { fields, end }: HeaderSection, top: TopFields): Buffer<ArrayBuffer> {
  const missing = [
    ...(top.messageId === null ? [] : [['Message-ID', top.messageId] as const]),
    ...(top.date === null ? [] : [['Date', mailDate(top.date)] as const]),
    ...(top.from === null ? [] : [['From', top.from] as const]),
  ];
  const added = [`Received: ${top.received}`, ...missing.map(([name, value]) => `${name}: ${value}`)];
  // What is added was not there, or was empty.
  const takenOut = new Set([...TAKEN_OUT, ...missing.map(([name]) => name.toLowerCase())]);
  const kept = fields.filter(({ name }) => !takenOut.has(name));
  const body = message.subarray(end);
  return Buffer.concat([
    Buffer.from(`${added.join('\r\n')}\r\n`),
    ...kept.map((field) => message.subarray(field.start, field.end)),
    ...(body.length === 0 ? [Buffer.from('\r\n')] : [body]),
  ]);
}

/** RFC 5322 section 3.3. */
export const mailDate = (date: Date): string => date.toUTCString().replace('GMT', '+0000');
