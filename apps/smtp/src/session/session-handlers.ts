/** The handlers of each step of a submission session. */
import { checkNetwork, LIMITS, type EmailRate, type KeyUses, type ApiKeyCache } from '@sendoff/intake';
import type { FairBudget, Logger } from '@sendoff/runtime';
import { SendoffError, type ErrorCode } from '@sendoff/core';
import type { ActiveApiKey } from '@sendoff/db';
import type { SMTPServerDataStream, SMTPServerOptions, SMTPServerSession } from 'smtp-server';
import { takeMessage, type TakingParts } from '../take-message.ts';
import type { ConnectionLimiter } from './connection-limiter.ts';
import { authenticate, type Submitter } from './authenticate.ts';
import {
  checkRecipient,
  checkSender,
  envelopeAddress,
  envelopeRecipients,
  findSpelling,
  saysSmtpUtf8,
} from './check-envelope.ts';
import { checkParameters } from './check-parameters.ts';
import type { CountFailure } from './count-failures.ts';
import { SUBMISSION_LIMITS, type MessagePace } from './limits.ts';
import type { MessageBudget } from './message-budget.ts';
import { ConnectionAborted } from './read-in-time.ts';
import { receiveData } from './receive-data.ts';
import { smtpReply, toSendoffError } from './smtp-reply.ts';
import type { SubmissionServer } from './submission-server.ts';

/** The dependencies of a session. */
export interface SessionParts extends TakingParts {
  readonly keys: ApiKeyCache;
  readonly keyUses: Pick<KeyUses, 'record'>;
  /** The rate limit of each key; undefined without a limit. */
  readonly rate?: EmailRate | undefined;
  readonly countFailure: CountFailure;
  readonly limiter: ConnectionLimiter;
  /** Authenticated connections, shared fairly by API key. */
  readonly keyConnections: FairBudget;
  readonly budget: MessageBudget;
  readonly pace?: MessagePace;
  /** The host name of this server. */
  readonly hostname: string;
  /** Called with the error code of each refusal. */
  readonly noteRefusal: (code: ErrorCode) => void;
  readonly logger: Logger;
}

type Handlers = Required<Pick<SMTPServerOptions, 'onConnect' | 'onAuth' | 'onMailFrom' | 'onRcptTo' | 'onData' | 'onClose'>>;

/** The handlers of one server; `serverOf` returns it, since it is created after them. */
export function sessionHandlers(parts: SessionParts, serverOf: () => SubmissionServer): Handlers {
  const { limiter, keyConnections, noteRefusal, logger } = parts;
  /** The id of the API key that each session authenticated with. */
  const keyIds = new Map<string, string>();

  const leaveKey = ({ id }: Pick<SMTPServerSession, 'id'>): void => {
    const keyId = keyIds.get(id);
    if (keyId !== undefined) keyConnections.giveBack(keyId, 1);
    keyIds.delete(id);
  };
  /** @throws {SendoffError} when the key has too many connections. */
  const enterKey = (session: SMTPServerSession, { keyId }: Submitter): void => {
    // The session may hold a place of a key that was revoked since.
    leaveKey(session);
    if (!keyConnections.take(keyId, 1)) throw new SendoffError('too_many_connections_of_key');
    keyIds.set(session.id, keyId);
  };

  const noteRefused = (error: SendoffError): void => {
    noteRefusal(error.code);
    if (error.code === 'internal') logger.error({ err: error }, 'message rejected');
    if (error.code === 'unavailable') logger.warn({ err: error }, 'message rejected: service unavailable');
  };

  /** Answers with the result of the work, or with the reply for the error it throws. */
  const answer = <Result>(work: Promise<Result>, callback: (error: Error | null, result?: Result) => void): void => {
    work.then(
      (result) => callback(null, result),
      (error: unknown) => {
        const known = toSendoffError(error);
        // A client that disconnected was not refused.
        if (!(error instanceof ConnectionAborted)) noteRefused(known);
        callback(smtpReply(known));
      },
    );
  };

  return {
    onConnect: (session, callback) =>
      answer(
        soon(() => limiter.enter(session)),
        callback,
      ),

    onAuth: ({ username, password }, session, callback) => {
      const credentials = { user: username, password: password ?? '', address: session.remoteAddress };
      const login = async (): Promise<Submitter> => {
        const user = await authenticate(parts, credentials);
        enterKey(session, user);
        return user;
      };
      answer(login(), (error, user) => {
        if (user !== undefined) serverOf().noteLogin(session);
        callback(error, { user });
      });
    },

    onMailFrom: (sender, session, callback) => {
      const check = async (): Promise<void> => {
        const { id } = await keyOf(session);
        // Checked before the message is sent; an email is counted when it is accepted.
        parts.rate?.refuseIfUsedUp(id);
        checkParameters('MAIL', sender.args);
        checkSender(sender.address, saysSmtpUtf8(sender));
      };
      answer(check(), callback);
    },

    onRcptTo: (recipient, session, callback) => {
      const { mailFrom, rcptTo } = session.envelope;
      const check = (): void => {
        checkParameters('RCPT', recipient.args);
        checkRecipient(recipient.address, saysSmtpUtf8(mailFrom), rcptTo);
        // smtp-server replaces an earlier recipient with the same address; this keeps the first spelling.
        recipient.address = findSpelling(recipient.address, rcptTo) ?? recipient.address;
      };
      answer(soon(check), callback);
    },

    onData: (stream, session, callback) => {
      const kept = serverOf().finish(session, receive(parts, stream, session));
      answer(kept, (error, id) => {
        callback(error, `Kept as ${String(id)}`);
        // For a message over the size limit, smtp-server replies 552 instead of this 421 and would go on reading.
        if (isEnd(error)) serverOf().hangUp(session);
      });
    },

    onClose: (session) => {
      limiter.leave(session);
      leaveKey(session);
    },
  };
}

const isEnd = (error: Error | null): boolean => error !== null && 'responseCode' in error && error.responseCode === 421;

const soon = (check: () => void): Promise<void> => Promise.resolve().then(check);

/** The current key of a session. A client whose key was revoked has to authenticate again. */
async function keyOf(session: SMTPServerSession): Promise<ActiveApiKey> {
  const submitter = session.user as Submitter | undefined;
  const key = (await submitter?.findKey()) ?? null;
  if (key !== null) {
    checkNetwork(key, session.remoteAddress);
    return key;
  }
  session.user = undefined;
  throw new SendoffError('unknown_api_key');
}

async function receive(parts: SessionParts, stream: SMTPServerDataStream, session: SMTPServerSession): Promise<string> {
  // Copied now: smtp-server resets the envelope with the reply.
  const { mailFrom, rcptTo } = session.envelope;
  const charge = parts.budget.openCharge((session.user as Submitter | undefined)?.keyId ?? '');
  const pace = parts.pace ?? SUBMISSION_LIMITS.pace;
  const { message, release } = await receiveData(stream, { limit: LIMITS.messageOctets, charge, pace });
  try {
    const apiKey = await keyOf(session);
    parts.keyUses.record(apiKey.id);
    return await takeMessage(parts, {
      envelope: {
        sender: envelopeAddress(mailFrom === false ? '' : mailFrom.address),
        recipients: envelopeRecipients(rcptTo),
      },
      message,
      apiKey,
      arrival: {
        helo: session.hostNameAppearsAs,
        address: session.remoteAddress,
        protocol: session.transmissionType,
        smtpUtf8: saysSmtpUtf8(mailFrom),
        by: parts.hostname,
      },
    });
  } finally {
    release();
  }
}
