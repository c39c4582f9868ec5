/** A reply that is no success, as smtp-server sends it; the text begins with an enhanced status code (RFC 3463). */
export const refusal = (responseCode: number, text: string): Error => Object.assign(new Error(text), { responseCode });
