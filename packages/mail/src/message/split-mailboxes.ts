/**
 * The mailboxes of an address header such as `Ada <ada@example.com>, "Doe, Bob" <bob@example.com>` (RFC 5322 section
 * 3.4), each as it is written, for `parseMailbox`. Commas in quotes, angle brackets and comments do not separate.
 */
export function splitMailboxes(text: string): string[] {
  const mailboxes: string[] = [];
  let start = 0;
  let isQuoted = false;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at];
    if (character === '\\') at += 1;
    else if (character === '"') isQuoted = !isQuoted;
    else if (isQuoted) continue;
    else if (character === '(' || character === '<') depth += 1;
    else if (character === ')' || character === '>') depth -= 1;
    else if (character === ',' && depth <= 0) {
      mailboxes.push(text.slice(start, at));
      start = at + 1;
    }
  }
  mailboxes.push(text.slice(start));
  // RFC 5322 section 4.4: nothing between two commas is nobody.
  return mailboxes.map((mailbox) => mailbox.trim()).filter((mailbox) => mailbox !== '');
}
