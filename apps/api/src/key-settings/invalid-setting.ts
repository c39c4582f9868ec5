/** Why a setting of a key is not valid; the message is the end of a sentence that begins with the name of the field. */
export class InvalidSetting extends Error {}
