import { ADDRESS_SOURCE } from '../read-address.ts';

/** A form in which servers name the failed recipient in free text. */
export interface RecipientForm {
  /** Lines of real reports in this form, with addresses replaced. */
  readonly lines: readonly string[];
  /** The first group is the address. */
  readonly pattern: RegExp;
}

const BARE = `(${ADDRESS_SOURCE})`;
const BRACKETED = `<${BARE}>`;
const EITHER = `<?${BARE}>?`;

// eslint-disable-next-line security/detect-non-literal-regexp -- The sources are in this file.
const form = (lines: readonly string[], source: string): RecipientForm => ({ lines, pattern: new RegExp(source, 'gim') });

/** The forms, from unambiguous to ambiguous. All recipients of a report are taken from the first form that matches. */
export const RECIPIENT_FORMS: readonly RecipientForm[] = [
  // Postfix, qmail, Yahoo, Sendmail 5.
  form(
    [
      '<ada@example.com>:',
      '<ada@example.com>: host mx.example.com said: 550 5.1.1 No such user',
      '554 <ada@example.com>... Host unknown',
    ],
    `^(?:[ \\t]{0,8}|\\d{3} )${BRACKETED}(?: \\(expanded from[^\\n]{0,300}\\))?(?::|\\.\\.\\.)`,
  ),
  // KDDI, Zoho, Domino and many more: after a phrase that introduces the address.
  form(
    [
      'Could not be delivered to: <ada@example.com>',
      'rejected recipient <ada@example.com>',
      'RCPT TO: ada@example.com',
      'There was an error delivering your mail to <ada@example.com>.',
      "Your message wasn't delivered to ada@example.com because",
    ],
    `(?:delivered to|deliver(?:y)? to|delivering your mail to|rejected recipient|RCPT TO|recipient(?: address)?|failed recipient|to the following (?:recipients?|address(?:es)?)|destinataire|empf.nger)[: \\t]{1,6}${EITHER}`,
  ),
  // Exim, Sendmail: alone on its line.
  form(['  ada@example.com', '<ada@example.com>', 'ada@example.com'], `^[ \\t>*•-]{0,12}${EITHER}[ \\t]{0,4}$`),
  // OpenSMTPD, Domino, Exchange 2003: followed by text.
  form(
    [
      'ada@example.com: 550 5.1.1 No such user',
      'ada@example.com [User unknown]',
      "'ada@example.com' on 4/29/2026",
      'ada@example.com on Thu, 29 Apr 2026 16:51:51 -0500',
      'ada@example.com... User unknown',
    ],
    `^[ \\t']{0,8}${EITHER}'?[ \\t]{0,3}(?:[:[(,]|\\.\\.\\.|- |on [\\dA-Z])`,
  ),
  // Zoho: at the beginning of a line.
  form(['ada@example.com Invalid Address, ERROR_CODE :550'], `^[ \\t]{0,8}${BARE} \\S`),
];

/** Returns every recipient that a report names in the first form that matches. */
export function recipientsNamedIn(text: string): string[] {
  for (const { pattern } of RECIPIENT_FORMS) {
    const found = [...text.matchAll(pattern)].flatMap(([, address]) => address ?? []);
    if (found.length > 0) return found;
  }
  return [];
}
