/**
 * What can be said about a message before it is composed: addresses, header safety, the text of
 * an html body. Pure, and loads no transport.
 */
export { attachmentType } from './attachment-type.ts';
export { decodeWords, hidesLineBreak } from './encoded-words.ts';
export { headerProblem } from './header-problem.ts';
export { messageIdFor } from './message-id-for.ts';
export { InvalidMailbox, parseMailbox, type Mailbox } from './parse-mailbox.ts';
export { textFromHtml } from './text-from-html.ts';
export { contentProblem, textProblem } from './text-problem.ts';
export { writeMailbox } from './write-mailbox.ts';
