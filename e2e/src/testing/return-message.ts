import { createTransport } from 'nodemailer';

/**
 * Hands a report over as mail servers do: from the null sender, so that it can never bounce itself (RFC 5321 section 4.5.5).
 *
 * @returns the reply to the message.
 * @throws {Error} of nodemailer, with `command` and `responseCode`, when it is refused.
 */
export async function returnMessage(port: number, to: string, raw: string): Promise<string> {
  const transport = createTransport({ host: '127.0.0.1', port, tls: { rejectUnauthorized: false } });
  try {
    return (await transport.sendMail({ envelope: { from: '', to: [to] }, raw })).response;
  } finally {
    transport.close();
  }
}
