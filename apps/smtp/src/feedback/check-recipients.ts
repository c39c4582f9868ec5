import type { Logger } from '@sendoff/runtime';
import { RETURN_PATH_DAYS, type ReturnPaths } from '@sendoff/feedback/return-path';
import type { SMTPServerSession } from 'smtp-server';
import { refusal } from './refusal.ts';

/** A return path names one email, so one recipient is what there is to expect. */
const MAX_RECIPIENTS = 10;
/** Recipients that one connection may guess wrongly before it is ended. */
const MAX_REFUSED = 10;
const EXPIRED = `This return path has expired: reports are taken for ${String(RETURN_PATH_DAYS)} days`;

/** Says what is wrong with a recipient, or null. Who names many that are not here is let go. */
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
    // Anybody can do it as often as they like. Once is told all the same: bounces for a key that was replaced look like it.
    const level = kind === 'forged' && count === 1 ? 'info' : 'debug';
    logger[level]({ remoteAddress: session.remoteAddress, kind }, 'a recipient of feedback was refused');
    if (count >= MAX_REFUSED) return refusal(421, '4.7.0 Too many wrong recipients');
    return refusal(550, kind === 'expired' ? `5.1.1 ${EXPIRED}` : '5.1.1 No such recipient here');
  };
}
