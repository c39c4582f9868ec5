import type { Logger } from '@sendoff/runtime';
import { RETURN_PATH_DAYS, type ReturnPaths } from '@sendoff/feedback/return-path';
import type { SMTPServerSession } from 'smtp-server';
import { refusal } from './refusal.ts';

/** A return path names one email, so a real report has one recipient. */
const MAX_RECIPIENTS = 10;
/** Unknown recipients that one connection may name before it is closed. */
const MAX_REFUSED = 10;
const EXPIRED = `This return path has expired: reports are taken for ${String(RETURN_PATH_DAYS)} days`;

/**
 * Returns a check for RCPT TO that gives the reply to refuse a recipient with, or null to accept it.
 * A connection that names too many unknown recipients gets a 421.
 */
export function checkRecipients({
  returnPaths,
  logger,
}: {
  readonly returnPaths: Pick<ReturnPaths, 'read'>;
  readonly logger: Logger;
}): (address: string, session: SMTPServerSession) => Error | null {
  const refused = new WeakMap<SMTPServerSession, number>();
  return (address, session) => {
    const { kind } = returnPaths.read(address);
    if (kind === 'email') {
      return session.envelope.rcptTo.length < MAX_RECIPIENTS ? null : refusal(452, '4.5.3 Too many recipients');
    }
    const count = (refused.get(session) ?? 0) + 1;
    refused.set(session, count);
    // Anyone can cause this at any rate, so only the first forged path of a connection is logged at info level: genuine bounces
    // look like this after the key was replaced.
    const level = kind === 'forged' && count === 1 ? 'info' : 'debug';
    logger[level]({ remoteAddress: session.remoteAddress, kind }, 'feedback recipient rejected');
    if (count >= MAX_REFUSED) return refusal(421, '4.7.0 Too many wrong recipients');
    return refusal(550, kind === 'expired' ? `5.1.1 ${EXPIRED}` : '5.1.1 No such recipient here');
  };
}
