/** An invalid setting of a key. The message completes a sentence that begins with the field name. */
export class InvalidSetting extends Error {}
