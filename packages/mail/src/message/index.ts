/**
 * What can be said about a message before it is composed: addresses and header safety. Pure, and
 * loads no transport.
 */
export { decodeWords, hidesLineBreak } from './encoded-words.ts';
export { headerOwner, mayRepeatHeader } from './header-owner.ts';
export { headerProblem } from './header-problem.ts';
export { fileExtensionOf, mediaTypeOf, UNKNOWN_MEDIA_TYPE } from './media-type-of.ts';
export { mediaTypeProblem } from './media-type-problem.ts';
export { messageIdFor } from './message-id-for.ts';
export { mailboxProblem, parseMailbox, readMailbox, type Mailbox, type MailboxProblem } from './parse-mailbox.ts';
export { relayOfHeader } from './relay-of-header.ts';
export { splitMailboxes } from './split-mailboxes.ts';
export { contentProblem, textProblem } from './text-problem.ts';
export { writeMailbox } from './write-mailbox.ts';
