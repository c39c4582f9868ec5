/** Opens the submission ports. */
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

/** Where and how to listen. */
export interface SubmissionOptions {
  readonly host: string;
  /** The port with STARTTLS; unencrypted without a certificate. */
  readonly submissionPort: number;
  /** The port with implicit TLS; not opened without a certificate. */
  readonly submissionsPort: number;
  readonly certificate: Certificate | null;
  /** How long messages in progress may take to finish when the server stops, in milliseconds. */
  readonly graceMs: number;
  readonly times?: SessionTimes;
  /** Limits of a connection between two accepted messages. */
  readonly session?: SessionLimits;
}

/** The open submission ports. */
export interface Submission {
  readonly addresses: readonly AddressInfo[];
  /** Uses this certificate for new connections. */
  readonly useCertificate: (certificate: Certificate) => void;
  /** Closes all connections; those with a message in progress get `graceMs` to finish it. */
  readonly close: () => Promise<void>;
}

const TIMES: SessionTimes = { login: 60_000, idle: 300_000 };

/** Historic commands of sendmail, and those by which a proxy passes on the address of its client. */
const NOT_SPOKEN = ['WIZ', 'SHELL', 'KILL', 'XCLIENT', 'XFORWARD'];

/** Opens both ports. @throws the error of `listen` when a port is unavailable; neither is open then. */
export async function openSubmission(parts: SessionParts, options: SubmissionOptions): Promise<Submission> {
  const opened: SubmissionServer[] = [];
  const close = async (): Promise<void> => {
    await Promise.all(opened.map((server) => server.stop()));
  };
  const listen = async (port: number, implicit: boolean): Promise<AddressInfo> => {
    const server = createServer(parts, options, implicit);
    // Errors of connections. A failed `listen` emits here too, and without a listener it would end the process.
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
      // RFC 8689 requires TLS on every hop to the recipient, which Sendoff cannot require of every relay.
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

/** Clients hang up and reject certificates routinely, so this is logged at debug level only. */
function noteTrouble(error: Error, logger: Logger): void {
  logger.debug({ err: error }, 'SMTP connection failed');
}
