import type { SmtpReply } from '@sendoff/core';
import { printableText } from './printable-text.ts';

/** A reply line: code, then a space or (when more lines follow) a hyphen, then the text. */
const LINE = /^([2-5]\d\d)(?=$|[ -])[ -]?(.*)$/;
/** RFC 3463 section 2: class, subject and detail; the class repeats the first digit of the reply code. */
const ENHANCED = /^([245]\.\d{1,3}\.\d{1,3})(?:\s+|$)/;

/** Reads a reply of one or several lines as the server sent it; null when it is none. */
export function parseReply(response: string): SmtpReply | null {
  const lines = response.split(/\r?\n/).map((line) => LINE.exec(line));
  const code = lines[0]?.[1];
  if (code === undefined) return null;
  // A line that does not look like one is kept as it is: some servers send them.
  const texts = response.split(/\r?\n/).map((line, index) => lines[index]?.[2] ?? (lines[index] ? '' : line));
  const enhancedCode = texts.map((text) => ENHANCED.exec(text)?.[1]).find((found) => found?.startsWith(code.charAt(0)));
  const bare = enhancedCode === undefined ? texts : texts.map((text) => text.replace(ENHANCED, ''));
  return { code: Number(code), enhancedCode: enhancedCode ?? null, text: printableText(bare.join('\n')) };
}
