import type { RelayErrorReason } from '@sendoff/core';
import type { NodemailerError } from 'nodemailer/lib/errors';
import SMTPPool from 'nodemailer/lib/smtp-pool';
import type { RelayCheck } from '../transport.ts';
import { explainError } from './explain-error.ts';
import type { SmtpSettings } from './smtp-settings.ts';

/** Short, because a person waits for the answer. */
const VERIFY_TIMEOUT_MS = 5000;

/** Advice by reason. */
const ADVICE: Partial<Record<RelayErrorReason, string>> = {
  dns: 'Check the host name in MAIL_URL and the name server of this machine.',
  connection_refused: 'Nothing listens there. Check host and port in MAIL_URL, and that the relay is running.',
  unreachable: 'There is no route to it. Check the address in MAIL_URL, the network and the firewall.',
  timeout: 'It did not answer in time. Many networks block port 25 outwards; try port 587 or 465, and check the firewall.',
  connection_lost: 'It closed the connection. Check that the port speaks SMTP, and smtps:// if it wants TLS from the start.',
  protocol: 'What answers there does not speak SMTP as expected. Check the port, and smtps:// if it wants TLS from the start.',
  tls: 'TLS could not be agreed on. Use smtp:// for STARTTLS (587, 25) and smtps:// for TLS from the start (465).',
  certificate:
    'Its certificate is not trusted. Use the host name the certificate is for, or add its authority with NODE_EXTRA_CA_CERTS; ?tls.rejectUnauthorized=false gives up the protection.',
  authentication: 'Check user name and password in MAIL_URL, or MAIL_USERNAME and MAIL_PASSWORD.',
  helo_refused: 'It wants another name in EHLO. Set one that DNS knows with ?name=mail.example.com in MAIL_URL.',
  relay_denied: 'It does not relay for this machine. Give credentials, or allow this address at the relay.',
};

/** Checks that the relay can be reached and accepts the credentials. Sends no message. */
export async function verifyRelay(settings: SmtpSettings): Promise<RelayCheck> {
  const { connectionTimeout = VERIFY_TIMEOUT_MS, greetingTimeout = VERIFY_TIMEOUT_MS } = settings.pool;
  const probe = new SMTPPool({
    ...settings.pool,
    connectionTimeout: Math.min(connectionTimeout, VERIFY_TIMEOUT_MS),
    greetingTimeout: Math.min(greetingTimeout, VERIFY_TIMEOUT_MS),
    socketTimeout: VERIFY_TIMEOUT_MS,
  });
  try {
    await probe.verify();
    return { relay: settings.name, ok: true };
  } catch (error) {
    const { reason, text } = explainError(error as NodemailerError, settings);
    const problem = [settings.redact(text), ADVICE[reason]].filter(Boolean).join(' — ');
    return { relay: settings.name, ok: false, reason, problem };
  } finally {
    probe.close();
  }
}
