/** Opens the ports on which email is submitted. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { LIMITS } from '@sendoff/intake';
import type { Logger } from '@sendoff/runtime';
import { SendoffError } from '@sendoff/core';
import type { SMTPServerOptions } from 'smtp-server';
import type { Certificate } from '../tls/read-certificate.ts';
import { SUBMISSION_LIMITS, type SessionLimits } from './limits.ts';
import { sessionHandlers, type SessionParts } from './session-handlers.ts';
import { smtpReply } from './smtp-reply.ts';
import { SubmissionServer, type SessionTimes } from './submission-server.ts';

/** Where to listen, and how. */
export interface SubmissionOptions {
  readonly host: string;
  /** With STARTTLS; unencrypted where there is no certificate. */
  readonly submissionPort: number;
  /** With TLS from the first octet; not opened without a certificate. */
  readonly submissionsPort: number;
  readonly certificate: Certificate | null;
  /** How long messages under way may take to be finished when the server stops, in milliseconds. */
  readonly graceMs: number;
  readonly times?: SessionTimes;
  /** What a connection may do without a message. */
  readonly session?: SessionLimits;
}

/** The ports, as they are open. */
export interface Submission {
  readonly addresses: readonly AddressInfo[];
  /** For connections from now on. */
  readonly useCertificate: (certificate: Certificate) => void;
  /** Ends all connections: at once those that have no message under way. */
  readonly close: () => Promise<void>;
}

const TIMES: SessionTimes = { login: 60_000, idle: 300_000 };

/** Commands of sendmail's past, and those by which a proxy would say who its client is. */
const NOT_SPOKEN = ['WIZ', 'SHELL', 'KILL', 'XCLIENT', 'XFORWARD'];

/** Opens both. @throws what `listen` throws when a port cannot be had; none is open then. */
export async function openSubmission(parts: SessionParts, options: SubmissionOptions): Promise<Submission> {
  const opened: SubmissionServer[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((server) => server.stop()));
  };
  const listen = async (port: number, implicit: boolean): Promise<AddressInfo> => {
    const server = createServer(parts, options, implicit);
    // Those of connections; what `listen` fails with comes here too, where nobody else would hear it and the process would end.
    server.on('error', (error) => noteTrouble(error, parts.logger));
    const listener = server.listen(port, options.host);
    await once(listener, 'listening');
    opened.push(server);
    return listener.address() as AddressInfo;
  };
  try {
    const addresses = [await listen(options.submissionPort, false)];
    if (options.certificate !== null) addresses.push(await listen(options.submissionsPort, true));
    return {
      addresses,
      useCertificate: (certificate) => {
        for (const server of opened) server.updateSecureContext({ ...certificate });
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}

function createServer(
  parts: SessionParts,
  { certificate, graceMs, times = TIMES, session = SUBMISSION_LIMITS.session }: SubmissionOptions,
  implicit: boolean,
) {
  const encryption: SMTPServerOptions =
    certificate === null ? { disabledCommands: [...NOT_SPOKEN, 'STARTTLS'], allowInsecureAuth: true } : { ...certificate };
  const server: SubmissionServer = new SubmissionServer(
    {
      name: parts.hostname,
      banner: 'Sendoff',
      secure: implicit,
      minVersion: 'TLSv1.2',
      authMethods: ['PLAIN', 'LOGIN'],
      authRequiredMessage: smtpReply(new SendoffError('missing_api_key')).message,
      disabledCommands: NOT_SPOKEN,
      size: LIMITS.messageOctets,
      hideENHANCEDSTATUSCODES: false,
      // RFC 8689 asks for TLS all the way to the recipient, which cannot be told the relays of every deployment.
      hideREQUIRETLS: true,
      disableReverseLookup: true,
      closeTimeout: graceMs,
      logger: false,
      ...encryption,
      ...sessionHandlers(parts, () => server),
    },
    times,
    { session, noteRefusal: parts.noteRefusal },
  );
  return server;
}

/** What clients do to their connections is no news: they hang up, or do not like a certificate. */
function noteTrouble(error: Error, logger: Logger): void {
  logger.debug({ err: error }, 'an SMTP connection ended in trouble');
}
