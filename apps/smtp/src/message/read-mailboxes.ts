/** Reads the addresses of a header field (RFC 5322 section 3.4) leniently, as people and programs write them. */

/** An address and its display name as written: the name unquoted, its encoded words not decoded. */
export interface WrittenMailbox {
  readonly name: string;
  readonly address: string;
}

/**
 * Reads the mailboxes of a field, including members of groups. Text without an address is skipped; an empty group, as in
 * `undisclosed-recipients:;`, adds none. It takes one pass for any input, because it reads untrusted text before every reply.
 */
export function readMailboxes(value: string): WrittenMailbox[] {
  const found: WrittenMailbox[] = [];
  let phrase = '';
  let comment = '';
  let address: string | null = null;
  let depth = 0;
  let isQuoted = false;
  let hasClosing = true;

  const finish = (): void => {
    const mailbox = address === null ? bareAddress(phrase) : { name: phrase.trim(), address: address.trim() };
    if (mailbox !== null && mailbox.address !== '') {
      found.push(mailbox.name === '' && comment !== '' ? { ...mailbox, name: comment.trim() } : mailbox);
    }
    [phrase, comment, address] = ['', '', null];
  };

  for (let at = 0; at < value.length; at += 1) {
    const character = value.charAt(at);
    if (character === '\\' && (isQuoted || depth > 0)) {
      at += 1;
      if (isQuoted) phrase += value.charAt(at);
      else comment += value.charAt(at);
    } else if (isQuoted) {
      if (character === '"') isQuoted = false;
      else phrase += character;
    } else if (depth > 0) {
      depth += character === '(' ? 1 : character === ')' ? -1 : 0;
      if (depth > 0) comment += character;
    } else if (character === '"') isQuoted = true;
    else if (character === '(') depth = 1;
    else if (character === '<' && hasClosing) {
      const end = value.indexOf('>', at);
      hasClosing = end !== -1;
      if (hasClosing) [address, at] = [value.slice(at + 1, end), end];
    } else if (character === ',' || character === ';') finish();
    // The text before the colon is the name of a group.
    else if (character === ':') phrase = '';
    else phrase += character;
  }
  finish();
  return found;
}

/** Characters that are searched for an address without brackets. */
const MAX_PHRASE = 2000;

/** An address without brackets, with or without words next to it; null if there is none. */
function bareAddress(phrase: string): WrittenMailbox | null {
  if (!phrase.includes('@')) return null;
  const trimmed = phrase.slice(0, MAX_PHRASE).trim();
  if (!/\s/.test(trimmed)) return trimmed === '@' ? null : { name: '', address: trimmed };
  const words = trimmed.split(/\s+/);
  const index = words.findIndex((word) => word.includes('@') && word.length > 1);
  const address = words[index];
  return address === undefined ? null : { name: words.filter((_, other) => other !== index).join(' '), address };
}
