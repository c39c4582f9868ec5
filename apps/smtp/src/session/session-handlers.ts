/** What is done at each step of a session. */
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

/** What a session works with. */
export interface SessionParts extends TakingParts {
  readonly keys: ApiKeyCache;
  readonly keyUses: Pick<KeyUses, 'record'>;
  /** What every key is held to; without it there is no limit. */
  readonly rate?: EmailRate | undefined;
  readonly countFailure: CountFailure;
  readonly limiter: ConnectionLimiter;
  /** Connections that have authenticated, shared by key. */
  readonly keyConnections: FairBudget;
  readonly budget: MessageBudget;
  readonly pace?: MessagePace;
  /** The name of this server. */
  readonly hostname: string;
  /** Called with the cause of each refusal. */
  readonly noteRefusal: (code: ErrorCode) => void;
  readonly logger: Logger;
}

type Handlers = Required<Pick<SMTPServerOptions, 'onConnect' | 'onAuth' | 'onMailFrom' | 'onRcptTo' | 'onData' | 'onClose'>>;

/** The handlers of one server; `serverOf` finds it once it is there. */
export function sessionHandlers(parts: SessionParts, serverOf: () => SubmissionServer): Handlers {
  const { limiter, keyConnections, noteRefusal, logger } = parts;
  /** The key that each session has authenticated with. */
  const keyIds = new Map<string, string>();

  const leaveKey = ({ id }: Pick<SMTPServerSession, 'id'>): void => {
    const keyId = keyIds.get(id);
    if (keyId !== undefined) keyConnections.giveBack(keyId, 1);
    keyIds.delete(id);
  };
  /** @throws {SendoffError} when the key has too many connections. */
  const enterKey = (session: SMTPServerSession, { keyId }: Submitter): void => {
    // It may have authenticated before, with a key that was revoked meanwhile.
    leaveKey(session);
    if (!keyConnections.take(keyId, 1)) throw new SendoffError('too_many_connections_of_key');
    keyIds.set(session.id, keyId);
  };

  const noteRefused = (error: SendoffError): void => {
    noteRefusal(error.code);
    if (error.code === 'internal') logger.error({ err: error }, 'message refused');
    if (error.code === 'unavailable') logger.warn({ err: error }, 'message refused: a service is away');
  };

  /** Answers with what the work comes to. What it throws becomes a reply. */
  const answer = <Result>(work: Promise<Result>, callback: (error: Error | null, result?: Result) => void): void => {
    work.then(
      (result) => callback(null, result),
      (error: unknown) => {
        const known = toSendoffError(error);
        // Who went away is not refused.
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
        // Before the message is read; it is counted when it is kept.
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
        // smtp-server puts the recipient in the place of one that it had; the first spelling is to stay.
        recipient.address = findSpelling(recipient.address, rcptTo) ?? recipient.address;
      };
      answer(soon(check), callback);
    },

    onData: (stream, session, callback) => {
      const kept = serverOf().finish(session, receive(parts, stream, session));
      answer(kept, (error, id) => {
        callback(error, `Kept as ${String(id)}`);
        // smtp-server answers 552 to what is too large, and would go on reading.
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

/** The key of a session, as it is now. A client whose key was revoked has to authenticate again. */
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
  // As they are now: the session forgets them with the reply.
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
