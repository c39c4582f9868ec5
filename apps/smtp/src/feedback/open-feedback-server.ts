/** The SMTP server that bounces and complaints come to. */
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { openFairBudget, type FairBudget, networkOf } from '@sendoff/runtime';
import type { ErrorCode } from '@sendoff/core';
import { LOOKED_AT, type FeedbackReport } from '@sendoff/feedback';
import type { ReturnPaths } from '@sendoff/feedback/return-path';
import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import type { Parsers } from '../parsing/open-parsers.ts';
import { openConnectionLimiter, type ConnectionLimits } from '../session/connection-limiter.ts';
import { gatherOctets } from '../session/gather-octets.ts';
import { LimitedConnection, type ConnectArguments, type ConnectionTerms } from '../session/limited-connection.ts';
import { LimitedServer } from '../session/limited-server.ts';
import { FEEDBACK_LIMITS, type MessagePace, type SessionLimits } from '../session/limits.ts';
import { ConnectionAborted, readInTime } from '../session/read-in-time.ts';
import { smtpReply, toSendoffError } from '../session/smtp-reply.ts';
import { checkRecipients } from './check-recipients.ts';
import { refusal } from './refusal.ts';
import { takeFeedback, type FeedbackParts } from './take-feedback.ts';

/** What it needs. */
export interface FeedbackServerParts extends FeedbackParts {
  readonly returnPaths: Pick<ReturnPaths, 'read'>;
  readonly parsers: Pick<Parsers, 'parseFeedback'>;
  /** Called with the cause of each connection that is ended, and message that is refused. */
  readonly noteRefusal: (code: ErrorCode) => void;
  /** What it is held to, where a test wants it otherwise. */
  readonly held?: { readonly session: SessionLimits; readonly pace: MessagePace };
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
  const { logger, noteRefusal, held = FEEDBACK_LIMITS } = parts;
  const budget = openFairBudget(FEEDBACK_LIMITS.bytesInFlight, { resource: 'feedback_bytes' });
  const limiter = openConnectionLimiter(limits);
  const check = checkRecipients(parts);
  const options = {
    name: hostname,
    banner: 'Sendoff takes bounces and complaints',
    size: FEEDBACK_LIMITS.messageBytes,
    authOptional: true,
    disabledCommands: ['AUTH', ...(certificate === null ? ['STARTTLS'] : [])],
    ...(certificate ?? {}),
    disableReverseLookup: true,
    logger: false,
    socketTimeout: SILENCE_MS,
    closeTimeout: CLOSING_MS,
    onConnect: (session, done) => {
      try {
        limiter.enter(session);
        done();
      } catch (error) {
        done(smtpReply(toSendoffError(error)));
      }
    },
    onClose: (session) => limiter.leave(session),
    onRcptTo: (address, session, done) => done(check(address.address, session)),
    onData: (stream, session, done) => {
      receive(parts, { stream, session, budget, pace: held.pace }).then(
        (problem) => {
          if (problem === null) server.noteTaken(session);
          done(problem);
        },
        (error: unknown) => {
          const known = toSendoffError(error);
          if (known.code === 'message_not_ended') {
            noteRefusal(known.code);
            done(smtpReply(known));
            server.hangUp(session);
            return;
          }
          const level = error instanceof ConnectionAborted ? 'debug' : known.code === 'unavailable' ? 'warn' : 'error';
          logger[level]({ err: error }, 'feedback could not be recorded');
          done(refusal(451, '4.3.0 Try again later'));
        },
      );
    },
  } satisfies SMTPServerOptions;
  const server = new FeedbackSmtpServer(options, { session: held.session, noteRefusal });
  server.on('error', (error) => logger.debug({ err: error }, 'a connection for feedback broke'));

  const listener = server.listen(port, host);
  await once(listener, 'listening');
  return {
    port: (listener.address() as AddressInfo).port,
    useCertificate: (next) => server.updateSecureContext(next),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

class FeedbackSmtpServer extends LimitedServer<LimitedConnection> {
  readonly #terms: ConnectionTerms;

  constructor(options: SMTPServerOptions, terms: ConnectionTerms) {
    super(options);
    this.#terms = terms;
  }

  protected override open(...accepted: ConnectArguments): LimitedConnection {
    return new LimitedConnection(this.#terms, this, ...accepted);
  }
}

interface ComingMessage {
  readonly stream: SMTPServerDataStream;
  readonly session: SMTPServerSession;
  readonly budget: FairBudget;
  readonly pace: MessagePace;
}

/** Reads a message and writes it down for each email it came for; what it says is the answer. Shared by network: nobody has authenticated. */
async function receive(parts: FeedbackServerParts, { stream, session, budget, pace }: ComingMessage): Promise<Error | null> {
  // As they are now: the session forgets them with the reply.
  const { mailFrom, rcptTo } = session.envelope;
  const network = networkOf(session.remoteAddress);
  // It begins with all that is read of it; the rest is let go.
  const beginning = gatherOctets();
  let held = 0;
  /** Bytes for which there was no room. */
  let missing = 0;
  try {
    await readInTime(stream, pace, (chunk) => {
      const piece = chunk.subarray(0, LOOKED_AT - beginning.count());
      if (missing > 0 || !budget.take(network, piece.length)) missing += piece.length;
      else {
        held += piece.length;
        beginning.add(piece);
      }
    });
    if (stream.sizeExceeded) return refusal(552, '5.3.4 Message too big');
    if (missing > 0) {
      parts.noteRefusal('overloaded');
      return refusal(452, '4.3.1 Too many messages at once; send it again in a moment');
    }
    const report = await parts.parsers.parseFeedback(network, beginning.join(), mailFrom === false ? '' : mailFrom.address);
    if ('cause' in report && report.cause === 'turn') {
      parts.noteRefusal('overloaded');
      return refusal(451, '4.3.2 Too many messages at once; send it again in a moment');
    }
    // A message that cannot be read within seconds is no report.
    const read: FeedbackReport = 'cause' in report ? { kind: 'unrecognised', reason: report.problem } : report;
    for (const { address } of rcptTo) {
      const path = parts.returnPaths.read(address);
      if (path.kind === 'email') await takeFeedback(parts, path.emailId, read);
    }
    return null;
  } finally {
    budget.giveBack(network, held);
  }
}
