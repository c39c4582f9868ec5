/** Why a message cannot be written in ASCII; the message is a sentence for people. */
export class NoAsciiForm extends Error {}
