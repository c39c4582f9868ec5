/** The email of all measurements: one recipient, html and text, as large as an ordinary notification. */
import { newId, type Submission } from '@sendoff/db';

/** The fields of the API, which nodemailer names the same. */
export interface SmallEmail {
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly html: string;
  readonly text: string;
}

const FROM_ADDRESS = 'orders@shop.example';
const LINES = Array.from({ length: 12 }, (_, line) => `Item ${String(line + 1)}: one well-made thing, packed with care`);

/** Email number `n`; each has its own recipient. */
export function smallEmail(n: number): SmallEmail {
  const order = String(100_000 + n);
  const rows = LINES.map((line) => `<tr><td style="padding:4px 8px">${line}</td><td align="right">19.90 EUR</td></tr>`);
  return {
    from: `The Shop <${FROM_ADDRESS}>`,
    to: [`customer-${String(n)}@example.net`],
    subject: `Your order ${order} is on its way`,
    html: `<!doctype html><html><body><h1>Thank you</h1><p>Order ${order} has left our house.</p><table>${rows.join('')}</table></body></html>`,
    text: `Thank you\n\nOrder ${order} has left our house.\n\n${LINES.map((line) => `- ${line}, 19.90 EUR`).join('\n')}\n`,
  };
}

/** The row of an email as the API stores it, with every column filled in the same way. */
export function toSubmission(email: SmallEmail, apiKeyId: string, id: string = newId()): Submission {
  return {
    id,
    apiKeyId,
    mode: 'live',
    messageId: `<${id}@shop.example>`,
    from: email.from,
    fromAddress: FROM_ADDRESS,
    to: email.to,
    cc: [],
    bcc: [],
    replyTo: [],
    subject: email.subject,
    html: email.html,
    text: email.text,
    headers: {},
    tags: [],
    scheduledAt: null,
    recipients: email.to.map((address) => ({ address, kind: 'to' })),
    attachments: [],
  };
}
