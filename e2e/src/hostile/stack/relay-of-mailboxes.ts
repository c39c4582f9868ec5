/** A relay whose mailboxes behave according to their names. */
import { setTimeout as sleep } from 'node:timers/promises';
import type { RelayScript, ScriptedAction } from '@sendoff/testkit';

/** Prefixes of the mailboxes that the relay rejects or drops. */
export type HostileMailbox = keyof typeof AT_RCPT | 'drops-at-data' | 'drops-at-end';

const AT_RCPT = {
  'answers-530': { code: 530, message: '5.7.0 Authentication required' },
  'answers-535': { code: 535, message: '5.7.8 Authentication credentials invalid' },
  'answers-538': { code: 538, message: '5.7.11 Encryption required' },
  'answers-421': { code: 421, message: '4.7.0 Try again later' },
  'drops-at-rcpt': 'drop',
} as const satisfies Readonly<Record<string, ScriptedAction>>;

/** Milliseconds that the relay takes to accept a message, as a real one would. */
const THINK_MS = 10;

export const RELAY_OF_MAILBOXES: RelayScript = {
  rcpt: ({ to }) => Object.entries(AT_RCPT).find(([name]) => to.startsWith(name))?.[1],
  data: ({ to }) => dropIf(to, 'drops-at-data'),
  end: async ({ envelope }) => {
    await sleep(THINK_MS);
    return dropIf(envelope.to, 'drops-at-end');
  },
};

const dropIf = (recipients: readonly string[], mailbox: HostileMailbox): 'drop' | undefined =>
  recipients.some((recipient) => recipient.startsWith(mailbox)) ? 'drop' : undefined;
