/** Characters; a report says at its beginning what became of the message. */
const BEGINNING = 4000;

/** It is over. */
const ENDED =
  /given? up|giving up|(?<!not a )(?<!no )permanent(?:ly)?\b|no further|(?:will|can) ?not be (?:retried|tried again)|not going to try again|could not be delivered within|aborted after|returned to you/i;

/** It goes on. */
const GOES_ON =
  /has not (?:yet )?been delivered|\bwill (?!no).{0,20}\b(?:retry|retried|try again|trying|attempted|attempt again|continue to attempt)\b|\bretried for\b|\b(?:delivery|message|mail) .{0,40}\b(?:is|was|been|being) delayed|has been delayed|still (?:being )?(?:trying|tried|retried|queued)|do not need to resend|no action is required|warning (?:message )?only|temporary failure report/i;

/** What would happen: "you will be notified if the delivery fails permanently". */
const CONDITION = /\b(?:if|unless|should|when|eventually|in case|until)\b/i;

/**
 * Whether a report in words says that the server goes on trying (RFC 3464: `Action: delayed`). What it says will happen
 * under a condition has not happened.
 */
export function isDelay(words: string): boolean {
  const text = words.slice(0, BEGINNING).replaceAll(/\s+/g, ' ');
  if (!GOES_ON.test(text)) return false;
  return !text.split(/(?<=[.!?]) /).some((sentence) => ENDED.test(sentence) && !CONDITION.test(sentence));
}
