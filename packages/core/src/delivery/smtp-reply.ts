/** What an SMTP server answered. */
export interface SmtpReply {
  /** The reply code, from 200 to 599 (RFC 5321 section 4.2). */
  readonly code: number;
  /** The enhanced status code, such as `5.1.1` (RFC 3463); null when there is none. */
  readonly enhancedCode: string | null;
  /** The text without the codes; the lines of a long reply are separated by `\n`. */
  readonly text: string;
}
