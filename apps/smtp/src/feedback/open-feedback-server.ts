/** The SMTP server that bounces and complaints come to. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { LOOKED_AT } from '@sendoff/feedback';
import type { ReturnPaths } from '@sendoff/feedback/return-path';
import { SMTPServer, type SMTPServerDataStream, type SMTPServerEnvelope, type SMTPServerOptions } from 'smtp-server';
import { admitConnections, type ConnectionLimits } from '../session/admit-connections.ts';
import { gatherOctets } from '../session/gather-octets.ts';
import { smtpReply, toSendoffError } from '../session/smtp-reply.ts';
import { checkRecipients } from './check-recipients.ts';
import { refusal } from './refusal.ts';
import { takeFeedback, type FeedbackParts } from './take-feedback.ts';

/** What it needs. */
export interface FeedbackServerParts extends FeedbackParts {
  readonly returnPaths: Pick<ReturnPaths, 'read'>;
}

/** Where it listens, and as whom. */
export interface FeedbackServerSettings {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The name in its greeting. */
  readonly hostname: string;
  /** For STARTTLS, as PEM; without it none is offered. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
  /** Counted apart from those of submission, which strangers are not to crowd out. */
  readonly limits: ConnectionLimits;
}

/** A server that listens. */
export interface FeedbackServer {
  readonly port: number;
  /** Uses another certificate for connections that come from now on. */
  readonly useCertificate: (certificate: { readonly cert: string; readonly key: string }) => void;
  /** Takes no more connections, and ends those that are open after some seconds. */
  readonly close: () => Promise<void>;
}

/** Octets. A report holds at most the message that it is about, and many cut that. */
const LARGEST_MESSAGE = 5 * 1024 * 1024;
const SILENCE_MS = 60_000;
const CLOSING_MS = 3000;

/**
 * Opens the server. Whoever speaks to it may hand over messages for return paths that were made here, and nothing else:
 * a key that was made up is refused in reply to RCPT TO. What was taken is answered 250 only once it is committed, also
 * where it says nothing that can be understood: a bounce is never to bounce.
 */
export async function openFeedbackServer(
  parts: FeedbackServerParts,
  { host, port, hostname, certificate, limits }: FeedbackServerSettings,
): Promise<FeedbackServer> {
  const { logger } = parts;
  const admission = admitConnections(limits);
  const check = checkRecipients(parts);
  const server = new SMTPServer({
    name: hostname,
    banner: 'Sendoff takes bounces and complaints',
    size: LARGEST_MESSAGE,
    authOptional: true,
    disabledCommands: ['AUTH', ...(certificate === null ? ['STARTTLS'] : [])],
    ...(certificate ?? {}),
    disableReverseLookup: true,
    logger: false,
    maxClients: limits.total,
    socketTimeout: SILENCE_MS,
    closeTimeout: CLOSING_MS,
    onConnect: (session, done) => {
      try {
        admission.enter(session);
        done();
      } catch (error) {
        done(smtpReply(toSendoffError(error)));
      }
    },
    onClose: (session) => admission.leave(session),
    onRcptTo: (address, session, done) => done(check(address.address, session)),
    onData: (stream, session, done) => {
      receive(parts, stream, session.envelope).then(
        (problem) => done(problem),
        (error: unknown) => {
          const level = toSendoffError(error).code === 'unavailable' ? 'warn' : 'error';
          logger[level]({ err: error }, 'what came back could not be written down');
          done(refusal(451, '4.3.0 Try again later'));
        },
      );
    },
  } satisfies SMTPServerOptions);
  server.on('error', (error) => logger.debug({ err: error }, 'a connection for feedback broke'));

  const listener = server.listen(port, host);
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    useCertificate: (next) => server.updateSecureContext(next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

/** Reads a message and writes it down for each email it came for; what it says is the answer. */
async function receive(
  parts: FeedbackServerParts,
  stream: SMTPServerDataStream,
  { mailFrom, rcptTo }: SMTPServerEnvelope,
): Promise<Error | null> {
  // It begins with all that is read of it; the rest is let go.
  const beginning = gatherOctets();
  for await (const chunk of stream as AsyncIterable<Buffer>) beginning.add(chunk.subarray(0, LOOKED_AT - beginning.count()));
  if (stream.sizeExceeded) return refusal(552, '5.3.4 Message too big');
  const mail = { sender: mailFrom === false ? '' : mailFrom.address, raw: beginning.join() };
  for (const { address } of rcptTo) {
    const read = parts.returnPaths.read(address);
    if (read.kind === 'email') await takeFeedback(parts, read.emailId, mail);
  }
  return null;
}
