import { readMailbox } from '@sendoff/mail/message';
import { InvalidSetting } from './invalid-setting.ts';

/**
 * An address or a domain that a key may send as, in lower case and with its domain in ASCII. A domain may have an `@` before
 * it; its subdomains are not part of it.
 *
 * @throws {InvalidSetting}
 */
export function readAllowedSender(text: string): string {
  const trimmed = text.trim();
  const isDomain = !trimmed.includes('@') || trimmed.startsWith('@');
  const mailbox = readMailbox(isDomain ? `x@${trimmed.replace(/^@/, '')}` : trimmed);
  if ('problem' in mailbox) {
    if (!isDomain) throw new InvalidSetting(mailbox.problem);
  } else if (mailbox.name === '') {
    return isDomain ? mailbox.address.slice('x@'.length) : mailbox.address.toLowerCase();
  }
  throw new InvalidSetting('must be an address such as `news@acme.example`, or a domain such as `acme.example`');
}
