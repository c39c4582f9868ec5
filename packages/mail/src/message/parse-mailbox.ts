import { domainToASCII } from 'node:url';
import { decodeWords } from './encoded-words.ts';
import { textProblem } from './text-problem.ts';

/** One address with the name in front of it. */
export interface Mailbox {
  /** The display name without quotes and with its encoded words decoded; empty when there is none. */
  readonly name: string;
  /** The address as the envelope carries it: the local part as written, the domain in ASCII and lower case. */
  readonly address: string;
}

/** Why a text is no mailbox, as the end of a sentence that begins with the name of the field. */
export interface MailboxProblem {
  readonly problem: string;
}

/** Thrown for a text that should have been checked before; the message is its {@link MailboxProblem}. */
export class InvalidMailbox extends Error {}

/** Octets; RFC 5321 section 4.5.3.1. The path of 256 octets includes its angle brackets. */
const LIMITS = { localPart: 64, domain: 253, label: 63, address: 254 } as const;
/** Characters; a longer text is refused before it is looked at. */
const MAX_TEXT_LENGTH = 2000;

/** RFC 5322 dot-atom, with atext as RFC 6531 extends it: by everything visible outside ASCII. */
const DOT_ATOM = /^(?:[\w!#$%&'*+\-/=?^`{|}~]|[^\p{ASCII}\p{C}\p{Z}]|(?<=[^.])\.(?=[^.]))+$/u;
const DOMAIN_CHARACTERS = /^(?:[A-Za-z0-9.-]|[^\p{ASCII}\p{C}\p{Z}])+$/u;
const LABEL = /^(?!-)[a-z0-9-]+(?<!-)$/;

/** Nearly every address: ASCII without a name, its domain in lower case. None of the rules below refuses or changes one. */
const SIMPLE =
  /^[\w!#$%&'*+\-/=?^`{|}~](?:[\w!#$%&'*+\-/=?^`{|}~]|\.(?!\.|@)){0,63}@[a-z\d](?:[a-z\d]|[.-](?=[a-z\d])){0,60}\.[a-z]{2,63}$/;
/** The domain of such an address. */
const SIMPLE_DOMAIN = /^[a-z\d](?:[a-z\d]|[.-](?=[a-z\d])){0,60}\.[a-z]{2,63}$/;

/** Reads a mailbox that was checked before, as `readMailbox` does. @throws {InvalidMailbox} if it is not valid after all. */
export function parseMailbox(text: string): Mailbox {
  const mailbox = readMailbox(text);
  if ('problem' in mailbox) throw new InvalidMailbox(mailbox.problem);
  return mailbox;
}

/** What is wrong with a text that should be one mailbox, as the end of a sentence; undefined for one that `parseMailbox` takes. */
export function mailboxProblem(text: string): string | undefined {
  const mailbox = readMailbox(text);
  return 'problem' in mailbox ? mailbox.problem : undefined;
}

/**
 * Reads exactly one mailbox, `a@b.c` or `Name <a@b.c>`, or says what is wrong with it. It is returned and not thrown: a file
 * may hold a hundred thousand texts that are none, and to throw takes longer than to read one.
 *
 * The address is stricter than RFC 5322 on purpose: comments, groups, routes, quoted local parts and address
 * literals are read differently by different programs, and an address that two programs read
 * differently can be made to reach someone else. The name is everything before the last `<`, as people write it
 * (`Acme, Inc. <a@b.c>`), unless it could be a list of addresses. What passes here is handed on in its parts, so
 * that nothing behind reads the text a second time.
 */
export function readMailbox(text: string): Mailbox | MailboxProblem {
  if (isSimple(text)) return { name: '', address: text };
  if (text.length > MAX_TEXT_LENGTH) return { problem: `must have at most ${String(MAX_TEXT_LENGTH)} characters` };
  const problem = textProblem(text);
  if (problem !== undefined) return { problem };
  const trimmed = text.trim();
  if (!trimmed.endsWith('>')) return readAddress('', trimmed);
  // The last `<` decides, as no valid address holds one.
  const open = trimmed.lastIndexOf('<');
  if (open === -1) return { problem: 'must have a `<` before the address when it ends with `>`' };
  const name = open === 0 ? '' : readName(trimmed.slice(0, open).trim());
  return typeof name === 'string' ? readAddress(name, trimmed.slice(open + 1, -1)) : name;
}

/** Whether the text is an address that {@link SIMPLE} describes, so short that no limit is near. */
const isSimple = (text: string): boolean => text.length <= 120 && SIMPLE.test(text) && text.length - text.indexOf('@') <= 64;

/** A name that begins with a quote is written as RFC 5322 has it, in quoted strings and words; any other is plain text. */
function readName(text: string): string | MailboxProblem {
  const name = text.startsWith('"') ? readQuoted(text) : { outside: text, unquoted: text };
  if ('problem' in name) return name;
  const { outside, unquoted } = name;
  if (/[<>]/.test(outside) || (/[,;]/.test(outside) && outside.includes('@'))) {
    return { problem: 'must be one address; a name that holds < or >, or @ beside , or ; must be in double quotes' };
  }
  return decodeWords(unquoted).trim();
}

/** A text without its quoted strings, and with what stands between their quotes in the place of each. Looks at no character twice. */
function readQuoted(text: string): { readonly outside: string; readonly unquoted: string } | MailboxProblem {
  let outside = '';
  let unquoted = '';
  let at = 0;
  for (let open = text.indexOf('"'); open !== -1; open = text.indexOf('"', at)) {
    let close = open + 1;
    while (close < text.length && text[close] !== '"') close += text[close] === '\\' ? 2 : 1;
    if (close >= text.length) return { problem: 'must have a name that is either fully in double quotes or not at all' };
    const before = text.slice(at, open);
    outside += before;
    unquoted += before + text.slice(open + 1, close).replaceAll(/\\(.)/gsu, '$1');
    at = close + 1;
  }
  return { outside: outside + text.slice(at), unquoted: unquoted + text.slice(at) };
}

function readAddress(name: string, address: string): Mailbox | MailboxProblem {
  if (isSimple(address)) return { name, address };
  const at = address.lastIndexOf('@');
  if (address === '') return { problem: 'must be an email address, and is empty' };
  if (/[,;]/.test(address)) return { problem: 'must be one address, not a list' };
  if (at === -1) return { problem: 'must be an email address such as `name@example.com`' };
  const localPart = address.slice(0, at);
  const localProblem = localPartProblem(localPart);
  if (localProblem !== undefined) return { problem: localProblem };
  const domain = readDomain(address.slice(at + 1));
  if (typeof domain !== 'string') return domain;
  const whole = `${localPart}@${domain}`;
  if (octets(whole) > LIMITS.address) return { problem: `must have an address of at most ${String(LIMITS.address)} octets` };
  return { name, address: whole };
}

function localPartProblem(localPart: string): string | undefined {
  if (localPart === '') return 'must have something before the `@`';
  if (localPart.includes('"')) return 'must not have a quoted part before the `@`';
  if (!DOT_ATOM.test(localPart)) {
    return 'must be one address, with neither spaces, brackets, comments nor stray dots before the `@`';
  }
  if (octets(localPart) > LIMITS.localPart) return `must have at most ${String(LIMITS.localPart)} octets before the \`@\``;
  return undefined;
}

/** The domain in ASCII and lower case. */
function readDomain(domain: string): string | MailboxProblem {
  if (domain.length <= LIMITS.label && SIMPLE_DOMAIN.test(domain)) return domain;
  if (domain.startsWith('[')) return { problem: 'must have a domain name after the `@`, not an IP address' };
  const ascii = DOMAIN_CHARACTERS.test(domain) ? domainToASCII(domain) : '';
  const labels = ascii.split('.');
  const isValid = labels.every((label) => label.length <= LIMITS.label && LABEL.test(label)) && ascii.length <= LIMITS.domain;
  if (!isValid) return { problem: 'must have a valid domain name after the `@`' };
  if (labels.length < 2) return { problem: 'must have a full domain name after the `@`, such as `example.com`' };
  // A numeric last label makes it an IP address for every resolver (and for `domainToASCII`).
  if (/^\d+$/.test(labels.at(-1) ?? '')) return { problem: 'must have a domain name after the `@`, not an IP address' };
  return ascii;
}

const octets = (text: string): number => Buffer.byteLength(text, 'utf8');
