import { encode as encodeBase64, wrap as wrapBase64 } from 'nodemailer/lib/base64';
import { hasLongerLines, isPlainText } from 'nodemailer/lib/mime-funcs';
import { encode as encodeQuotedPrintable, wrap as wrapQuotedPrintable } from 'nodemailer/lib/qp';
import { boundarySeed } from './boundary-seed.ts';
import type { ComposerInput } from './composer-input.ts';
import { foldField } from '../headers/fold-field.ts';

/** RFC 2045 section 6.7. */
const LINE_LENGTH = 76;
/** Characters of one body; nodemailer encodes longer ones in slices, which may break lines elsewhere. */
const MAX_BODY_LENGTH = 16_384;
/**
 * The bytes of a message that has nothing but short texts, which most have; null for any other.
 *
 * They are the bytes that nodemailer's composer makes of it, in a fraction of the time: that one builds a tree of
 * parts and sends each through a pipeline of streams. What takes knowledge, the encoding of bodies, is nodemailer's here
 * too.
 */
export function composeTextMessage(email: ComposerInput): Buffer | null {
  const bodies = [bodyOf('text/plain', email.text), bodyOf('text/html', email.html)].filter((body) => body !== null);
  const isSimple = email.attachments.length === 0 && bodies.every(({ content }) => content.length <= MAX_BODY_LENGTH);
  if (!isSimple) return null;

  const [first, second] = bodies;
  const message = [
    ...email.fields,
    foldField('Message-ID', email.messageId),
    `Date: ${email.date.toUTCString().replace('GMT', '+0000')}`,
    ...(second === undefined ? singlePart(first) : alternatives(boundarySeed(email), bodies)),
  ];
  const text = message.join('\r\n');
  return Buffer.from(text.endsWith('\n') ? text : `${text}\r\n`);
}

interface Body {
  readonly type: string;
  readonly content: string;
}

/** An empty text is none. */
const bodyOf = (type: string, content: string | null): Body | null =>
  content === null || content === '' ? null : { type, content };

function singlePart(body: Body | undefined): string[] {
  if (body === undefined) return ['MIME-Version: 1.0', 'Content-Type: text/plain', '', ''];
  const { encoding, encoded } = encodeBody(body.content);
  return [
    `Content-Transfer-Encoding: ${encoding}`,
    'MIME-Version: 1.0',
    `Content-Type: ${body.type}; charset=utf-8`,
    '',
    encoded,
  ];
}

/** RFC 2046 section 5.1.4: the plainest first. */
function alternatives(seed: string, bodies: readonly Body[]): string[] {
  const boundary = `--_NmP-${seed}-Part_1`;
  const parts = bodies.flatMap(({ type, content }) => {
    const { encoding, encoded } = encodeBody(content);
    return [`--${boundary}`, `Content-Type: ${type}; charset=utf-8`, `Content-Transfer-Encoding: ${encoding}`, '', encoded];
  });
  return [
    'MIME-Version: 1.0',
    foldField('Content-Type', `multipart/alternative; boundary="${boundary}"`),
    '',
    ...parts,
    `--${boundary}--`,
    '',
  ];
}

/** RFC 2045 section 6: as it is where it may be, otherwise in whatever is more readable. */
function encodeBody(content: string): { readonly encoding: string; readonly encoded: string } {
  const isPlain = isPlainText(content);
  if (isPlain && !hasLongerLines(content, LINE_LENGTH)) return { encoding: '7bit', encoded: content };
  // In a plain one there is nothing to write as three characters.
  return (isPlain ? /[a-z]/i.test(content) : isMostlyLatin(content))
    ? { encoding: 'quoted-printable', encoded: quotedPrintable(content) }
    : { encoding: 'base64', encoded: wrapBase64(encodeBase64(content), LINE_LENGTH) };
}

/** White space at the end is encoded and wrapped after the rest: nodemailer holds it back until it knows that nothing follows. */
function quotedPrintable(content: string): string {
  let end = content.length;
  while (' \t'.includes(content.charAt(end - 1)) && end > 0) end -= 1;
  const wrapped = wrapQuotedPrintable(encodeQuotedPrintable(content.slice(0, end)), LINE_LENGTH);
  if (end === content.length) return wrapped;
  const lastLine = wrapped.lastIndexOf('\n') + 1;
  const rest = wrapped.slice(lastLine) + encodeQuotedPrintable(content.slice(end));
  return wrapped.slice(0, lastLine) + wrapQuotedPrintable(rest, LINE_LENGTH);
}

/** Whether Latin letters outnumber what quoted-printable would have to write as three characters. */
function isMostlyLatin(content: string): boolean {
  let letters = 0;
  let encoded = 0;
  // Counted one by one: a list of all matches would be thirty times as large as the text.
  for (let index = 0; index < content.length; index += 1) {
    const code = content.charCodeAt(index);
    if (isLetter(code)) letters += 1;
    else if (code > 0x7f || (code < 0x20 && !isWhiteSpace(code))) encoded += 1;
  }
  return encoded < letters;
}

/** A-Z, or a-z, which differ in one bit. */
const isLetter = (code: number): boolean => (code | 0x20) >= 0x61 && (code | 0x20) <= 0x7a;

/** A tab, or the end of a line. */
const isWhiteSpace = (code: number): boolean => code === 0x09 || code === 0x0a || code === 0x0d;
