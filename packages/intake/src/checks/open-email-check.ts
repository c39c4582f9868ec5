/** Checks that apply to every email, however it is submitted. */
import { SendoffError } from '@sendoff/core';
import { relayOfHeader } from '@sendoff/mail/message';
import type { SubmittedBy, CheckedEmail } from '../incoming-email.ts';
import { checkSenders, headerOf } from './check-senders.ts';

/** Rules of the operator for all keys. */
export interface EmailRules {
  /** Whether emails may have header fields that control relays. */
  readonly relayHeaders: 'refuse' | 'allow';
}

/** Checks an email against these rules and the restrictions of its key. @throws {SendoffError} if it may not be sent. */
export type CheckEmail = (apiKey: SubmittedBy['apiKey'], email: CheckedEmail) => void;

/** Opens the check. The operator at the command line is exempt. */
export function openEmailCheck({ relayHeaders }: EmailRules): CheckEmail {
  return (apiKey, email) => {
    if (apiKey === null) return;
    checkSenders(apiKey.restrictions, email);
    if (relayHeaders === 'refuse') refuseRelayHeaders(email);
  };
}

function refuseRelayHeaders({ message, header, headers }: CheckedEmail): void {
  const names = message === undefined ? Object.keys(headers) : headerOf(header).fieldNames;
  for (const name of names) {
    const relay = relayOfHeader(name);
    if (relay === undefined) continue;
    throw new SendoffError(
      'relay_header_not_allowed',
      `The header field \`${name}\` tells ${relay} what to do, which is not allowed here: leave it out, or ask the operator to set RELAY_HEADERS=allow.`,
    );
  }
}
