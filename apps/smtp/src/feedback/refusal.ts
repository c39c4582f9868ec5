/** A negative reply in the shape that smtp-server sends; the text begins with an enhanced status code (RFC 3463). */
export const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
