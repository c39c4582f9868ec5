import { isAscii } from 'node:buffer';
import { LIMITS } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { encodeHeader, isSigned } from '@sendoff/mail/seven-bit';
import { fieldProblem } from './field-problem.ts';
import { findHeaderFields, MAX_HEADER_BYTES, type HeaderSection } from './header-fields.ts';
import { bareLineEnds, endLinesWithCrLf } from './line-ends.ts';
import { HEADER_TOO_LARGE, headerProblem, headerSizeProblem, lineProblem } from './message-problem.ts';

/** A message that can be sent on, and where its fields are. */
export interface NormalMessage {
  readonly message: Buffer<ArrayBuffer>;
  readonly section: HeaderSection;
}

/** Bytes of a header up to which it is encoded at once; a longer one takes too long for that. */
const MAX_ENCODED_AT_ONCE = 2048;

const CR = 0x0d;
const LF = 0x0a;

/** What stands between two messages in a mailbox of Unix (RFC 4155), and how it is quoted there. */
const MAILBOX_LINE = /^>?From /;

/**
 * Mends what programs commonly get wrong and means only one thing: lines that end in LF alone, UTF-8 in the header of a
 * client that did not say SMTPUTF8 (mail from behind a Postfix, for instance), and the line `From ` with which a message
 * begins that was taken out of a mailbox. Other messages keep every octet.
 *
 * @param options.smtpUtf8 whether MAIL said SMTPUTF8, and with it that header fields may be UTF-8 (RFC 6531).
 * @param options.encodeLong encodes a long header where the main thread does not wait for it.
 * @throws {SendoffError} for a message that cannot be sent on.
 */
export async function normalizeMessage(
  given: Buffer<ArrayBuffer>,
  { smtpUtf8, encodeLong }: { readonly smtpUtf8: boolean; readonly encodeLong: (header: Buffer) => Promise<Uint8Array> },
): Promise<NormalMessage> {
  if (hasLongHeader(given)) throw new SendoffError('header_too_large', HEADER_TOO_LARGE);
  const problem = lineProblem(given);
  const message = withoutMailboxLine(problem === undefined ? given : withCrLf(given, problem));
  const section = findHeaderFields(message);
  const tooLarge = headerSizeProblem(section);
  if (tooLarge !== undefined) throw new SendoffError('header_too_large', tooLarge);
  refuse(headerProblem(message, section) ?? fieldProblem(message, section));
  const header = message.subarray(0, section.end);
  // What is signed stays as it is, for the signature to hold.
  if (smtpUtf8 || isAscii(header) || isSigned(header)) return { message, section };
  const encoded =
    header.length > MAX_ENCODED_AT_ONCE ? await encodeLong(header) : encodeHeader(header, { hideAddresses: false }).header;
  const ascii = Buffer.concat([encoded, message.subarray(section.end)]);
  return { message: ascii, section: findHeaderFields(ascii, Infinity) };
}

/** Seen before anything is read: a long header takes tens of milliseconds. A line may still end in LF alone here. */
function hasLongHeader(message: Buffer): boolean {
  if (message.length <= MAX_HEADER_BYTES || message[0] === CR || message[0] === LF) return false;
  const header = message.subarray(0, MAX_HEADER_BYTES + 2);
  return !header.includes('\n\r\n') && !header.includes('\n\n');
}

function withCrLf(message: Buffer<ArrayBuffer>, problem: string): Buffer<ArrayBuffer> {
  const bare = bareLineEnds(message);
  if (bare.count === 0) refuse(problem);
  if (bare.atDots) refuse('Lines of the message end in LF alone beside a line that begins with a dot; lines end in CR LF.');
  if (message.length + bare.count > LIMITS.messageOctets) throw new SendoffError('message_too_large');
  const mended = endLinesWithCrLf(message, bare);
  refuse(lineProblem(mended));
  return mended;
}

function withoutMailboxLine(message: Buffer<ArrayBuffer>): Buffer<ArrayBuffer> {
  return MAILBOX_LINE.test(message.toString('latin1', 0, 6)) ? message.subarray(message.indexOf('\r\n') + 2) : message;
}

function refuse(problem: string | undefined): void {
  if (problem !== undefined) throw new SendoffError('invalid_message', problem);
}
