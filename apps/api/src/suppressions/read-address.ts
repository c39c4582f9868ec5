import { InvalidMailbox, parseMailbox } from '@sendoff/mail/message';

/** An address as the suppression list holds it, and as recipients are compared with it; throws {@link InvalidMailbox}. */
export function readAddress(text: string): string {
  const { name, address } = parseMailbox(text);
  if (name !== '') throw new InvalidMailbox('must be an address alone, without a name before it');
  return address.toLowerCase();
}
