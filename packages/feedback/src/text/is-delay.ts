/** Characters that are searched: a report says at its beginning whether delivery failed. */
const BEGINNING = 4000;

/** The server gave up. */
const ENDED =
  /given? up|giving up|(?<!not a )(?<!no )permanent(?:ly)?\b|no further|(?:will|can) ?not be (?:retried|tried again)|not going to try again|could not be delivered within|aborted after|returned to you/i;

/** The server will try again. */
const GOES_ON =
  /has not (?:yet )?been delivered|\bwill (?!no).{0,20}\b(?:retry|retried|try again|trying|attempted|attempt again|continue to attempt)\b|\bretried for\b|\b(?:delivery|message|mail) .{0,40}\b(?:is|was|been|being) delayed|has been delayed|still (?:being )?(?:trying|tried|retried|queued)|do not need to resend|no action is required|warning (?:message )?only|temporary failure report/i;

/** Conditional sentences: "you will be notified if the delivery fails permanently". */
const CONDITION = /\b(?:if|unless|should|when|eventually|in case|until)\b/i;

/**
 * Whether the text of a report says that the server will try again (RFC 3464: `Action: delayed`). Conditional statements do not
 * count as failure.
 */
export function isDelay(words: string): boolean {
  const text = words.slice(0, BEGINNING).replaceAll(/\s+/g, ' ');
  if (!GOES_ON.test(text)) return false;
  return !text.split(/(?<=[.!?]) /).some((sentence) => ENDED.test(sentence) && !CONDITION.test(sentence));
}
