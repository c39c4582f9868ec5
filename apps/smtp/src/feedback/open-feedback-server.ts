/** The SMTP server that receives bounces and complaints. */
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

/** What the feedback server needs. */
export interface FeedbackServerParts extends FeedbackParts {
  readonly returnPaths: Pick<ReturnPaths, 'read'>;
  readonly parsers: Pick<Parsers, 'parseFeedback'>;
  /** Called with the error code of each connection that is ended and each message that is refused. */
  readonly noteRefusal: (code: ErrorCode) => void;
  /** Limits for tests; `FEEDBACK_LIMITS` by default. */
  readonly held?: { readonly session: SessionLimits; readonly pace: MessagePace };
}

/** Where the server listens, and under which name. */
export interface FeedbackServerSettings {
  readonly host: string;
  /** 0 for any free port. */
  readonly port: number;
  /** The host name in its greeting. */
  readonly hostname: string;
  /** The certificate for STARTTLS, as PEM; without one, STARTTLS is not offered. */
  readonly certificate: { readonly cert: string; readonly key: string } | null;
  /** Counted separately from submission, so that strangers cannot use up its connections. */
  readonly limits: ConnectionLimits;
}

/** A listening feedback server. */
export interface FeedbackServer {
  readonly port: number;
  /** Uses this certificate for new connections. */
  readonly useCertificate: (certificate: { readonly cert: string; readonly key: string }) => void;
  /** Stops accepting connections, and closes the open ones after `CLOSING_MS`. */
  readonly close: () => Promise<void>;
}

const SILENCE_MS = 60_000;
const CLOSING_MS = 3000;

/**
 * Opens the server. It accepts messages for return paths that this deployment made, and nothing else: an address with a forged
 * signature is refused in reply to RCPT TO.
 *
 * A message is answered 250 only after its report is committed. A message that cannot be parsed is accepted too, because a bounce
 * must not cause another bounce (RFC 5321 section 6.1).
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
          logger[level]({ err: error }, 'recording feedback failed');
          done(refusal(451, '4.3.0 Try again later'));
        },
      );
    },
  } satisfies SMTPServerOptions;
  const server = new FeedbackSmtpServer(options, { session: held.session, noteRefusal });
  server.on('error', (error) => logger.debug({ err: error }, 'feedback connection failed'));

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

/**
 * Reads a message and records it for each email that it was addressed to. Returns the reply to refuse it with, or null.
 * Memory and parser threads are shared fairly by network, because no client authenticates here.
 */
async function receive(parts: FeedbackServerParts, { stream, session, budget, pace }: ComingMessage): Promise<Error | null> {
  // Copied now: smtp-server resets the envelope with the reply.
  const { mailFrom, rcptTo } = session.envelope;
  const network = networkOf(session.remoteAddress);
  // Only the beginning of a message is parsed; the rest is discarded.
  const beginning = gatherOctets();
  let held = 0;
  /** Bytes that the memory budget had no room for. */
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
    // A message that takes too long to parse is treated as unrecognized.
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
