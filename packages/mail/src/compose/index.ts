/**
 * From an email as it is kept to the message as it is sent. Loads the composer and no SMTP client, so a program that
 * never sends can show what would be sent.
 */
export { composeMessage } from './compose-message.ts';
export { type MessageAttachment, type OutgoingMessage } from './composer-input.ts';
export { outgoingMessage, type KeptEmail } from './outgoing-message.ts';
