import { InvalidMailbox, parseMailbox } from '@sendoff/mail/message';
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
  try {
    const { name, address } = parseMailbox(isDomain ? `x@${trimmed.replace(/^@/, '')}` : trimmed);
    if (name === '') return isDomain ? address.slice('x@'.length) : address.toLowerCase();
  } catch (error) {
    if (!(error instanceof InvalidMailbox)) throw error;
    if (!isDomain) throw new InvalidSetting(error.message);
  }
  throw new InvalidSetting('must be an address such as `news@acme.example`, or a domain such as `acme.example`');
}
