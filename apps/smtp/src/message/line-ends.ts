const LF = 0x0a;
const CR = 0x0d;
const DOT = 0x2e;

/** The bare LF line ends of a message. */
export interface BareLineEnds {
  readonly count: number;
  /** Whether one of them is next to a line that begins with a dot. */
  readonly atDots: boolean;
}

/** Finds the line ends that are LF alone. */
export function bareLineEnds(message: Buffer): BareLineEnds {
  let count = 0;
  let atDots = false;
  let start = 0;
  for (let at = 0; at < message.length; at += 1) {
    if (message[at] !== LF) continue;
    if (message[at - 1] !== CR) {
      count += 1;
      atDots ||= message[start] === DOT || message[at + 1] === DOT;
    }
    start = at + 1;
  }
  return { count, atDots };
}

/**
 * Ends every line with CRLF, as programs intend that submit the LF line ends of their own system.
 *
 * Call it only where `atDots` is false: whether such a dot was doubled, and where another server would see the end of the
 * message, depends on what counts as a line end (RFC 5321 section 4.1.1.4).
 */
export function endLinesWithCrLf(message: Buffer, { count }: BareLineEnds): Buffer<ArrayBuffer> {
  const mended = Buffer.allocUnsafeSlow(message.length + count);
  let written = 0;
  for (let at = 0; at < message.length; at += 1) {
    const byte = message[at] ?? 0;
    if (byte === LF && message[at - 1] !== CR) {
      mended[written] = CR;
      written += 1;
    }
    mended[written] = byte;
    written += 1;
  }
  return mended;
}
