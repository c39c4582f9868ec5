import { InvalidMailbox, parseMailbox } from '@sendoff/mail/message';

/** Why a text is no address; the message is the end of a sentence that begins with the name of the field. */
export class InvalidAddress extends Error {}

/** An address as the suppression list holds it, and as recipients are compared with it; throws {@link InvalidAddress}. */
export function readAddress(text: string): string {
  try {
    const { name, address } = parseMailbox(text);
    if (name !== '') throw new InvalidAddress('must be an address alone, without a name before it');
    return address.toLowerCase();
  } catch (error) {
    if (error instanceof InvalidMailbox) throw new InvalidAddress(error.message);
    throw error;
  }
}
