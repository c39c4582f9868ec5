/** What every email is held to, whichever way it comes in. */
import { SendoffError } from '@sendoff/core';
import { relayOfHeader } from '@sendoff/mail/message';
import type { SubmittedBy, CheckedEmail } from '../incoming-email.ts';
import { checkSenders, headerOf } from './check-senders.ts';

/** What the operator decides for all keys. */
export interface EmailRules {
  /** Whether emails may tell relays what to do. */
  readonly relayHeaders: 'refuse' | 'allow';
}

/** Holds an email to the rules, and to what its key may do. @throws {SendoffError} where it may not be sent. */
export type CheckEmail = (apiKey: SubmittedBy['apiKey'], email: CheckedEmail) => void;

/** Opens the check. */
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
