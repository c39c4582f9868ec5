/** Lines that separate the text of a report from an original message in the same part. */
const BOUNDARIES = [
  /^-{2,} ?(?:Below this line is a copy of the message|This is a copy of|Original message|Returned message|Unsent message|Undelivered message|Enclosed is a copy|Body of message|The header of the original|The body of the message|Original mail|Your original message)/im,
  /^-{3,} ?(?:The following (?:is|are) (?:the )?(?:copy|original)|Message header follows|Begin(?:ning)? of)/im,
  /^(?:Original message follows|Unsent message below|The attached file contains|Your message reads(?: \(in part\))?|Received message follows|Original headers follow|The first \d+ lines of|Content of the message)/im,
  /^(?:Return-Path|Received): .{0,500}$/im,
];

/** The beginning of a text, up to the original message. */
export function beforeOriginal(text: string): string {
  const ends = BOUNDARIES.map((boundary) => text.search(boundary)).filter((at) => at > 0);
  return text.slice(0, Math.min(text.length, ...ends));
}
