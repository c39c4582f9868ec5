/**
 * Sends an email with the `resend` package: node send.mjs you@example.com
 * Needs SENDOFF_URL and SENDOFF_KEY.
 */
import process from 'node:process';
import { Resend } from 'resend';

const [to] = process.argv.slice(2);
const { SENDOFF_KEY, SENDOFF_URL } = process.env;
const sendoff = new Resend(SENDOFF_KEY, { baseUrl: SENDOFF_URL });

const { data, error } = await sendoff.emails.send({
  from: 'Acme <hello@acme.example>',
  to,
  subject: 'Hello from Node.js',
  html: '<p>Your invoice is <b>attached</b>.</p>',
  attachments: [{ filename: 'invoice.txt', content: Buffer.from('Total: 42 EUR') }],
  tags: [{ name: 'category', value: 'invoice' }],
});
// The package returns errors of the API; it does not throw them.
if (error !== null) {
  console.error(`${error.name}: ${error.message}`);
  process.exit(1);
}
console.log(`accepted: ${data.id}`);
