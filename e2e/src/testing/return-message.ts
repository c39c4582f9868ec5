import { createTransport } from 'nodemailer';

/**
 * Sends a report like a mail server: with the null sender, so that it cannot bounce (RFC 5321 section 4.5.5).
 *
 * @returns the reply to the message
 * @throws {Error} of nodemailer, with `command` and `responseCode`, if it is rejected
 */
export async function returnMessage(port: number, to: string, raw: string): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, tls: { rejectUnauthorized: false } });
  try {
    return (await transport.sendMail({ envelope: { from: '', to: [to] }, raw })).response;
  } finally {
    transport.close();
  }
}
