import { isAscii } from 'node:buffer';
import { LIMITS } from '@sendoff/intake';
import { SendoffError } from '@sendoff/core';
import { encodeHeader, isSigned } from '@sendoff/mail/seven-bit';
import { fieldProblem } from './field-problem.ts';
import { findHeaderFields, MAX_HEADER_BYTES, type HeaderSection } from './header-fields.ts';
import { bareLineEnds, endLinesWithCrLf } from './line-ends.ts';
import { HEADER_TOO_LARGE, headerProblem, headerSizeProblem, lineProblem } from './message-problem.ts';

/** A message that can be relayed, and the position of its fields. */
export interface NormalMessage {
  readonly message: Buffer<ArrayBuffer>;
  readonly section: HeaderSection;
}

/** Headers up to this many bytes are encoded on the main thread; longer ones would block it for too long. */
const MAX_ENCODED_AT_ONCE = 2048;

const CR = 0x0d;
const LF = 0x0a;

/** The line between two messages in a Unix mailbox (RFC 4155), plain or quoted. */
const MAILBOX_LINE = /^>?From /;

/**
 * Corrects common, unambiguous mistakes of submitting programs: lines that end in LF alone, a UTF-8 header from a client that did
 * not say SMTPUTF8 (for example mail relayed by Postfix), and the leading `From ` line of a message taken from a mailbox. Every
 * other message keeps every byte.
 *
 * @param options.smtpUtf8 whether MAIL said SMTPUTF8, which allows UTF-8 in header fields (RFC 6531).
 * @param options.encodeLong encodes a long header outside the main thread.
 * @throws {SendoffError} for a message that cannot be relayed.
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
  // A signed header is left alone, so that its signature stays valid.
  if (smtpUtf8 || isAscii(header) || isSigned(header)) return { message, section };
  const encoded =
    header.length > MAX_ENCODED_AT_ONCE ? await encodeLong(header) : encodeHeader(header, { hideAddresses: false }).header;
  const ascii = Buffer.concat([encoded, message.subarray(section.end)]);
  return { message: ascii, section: findHeaderFields(ascii, Infinity) };
}

/** Checked first, because parsing a long header takes tens of milliseconds. Lines may still end in LF alone here. */
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
