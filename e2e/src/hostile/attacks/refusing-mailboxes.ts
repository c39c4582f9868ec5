/** Emails to mailboxes that the relay rejects, or at which it drops the connection; see `relay-of-mailboxes.ts`. */
import type { Attack, Count, RunningAttack, Target } from '../attack.ts';
import { openHttpClient } from '../attacker/http-client.ts';
import { runTimed } from '../attacker/run-lanes.ts';
import type { HostileMailbox } from '../stack/relay-of-mailboxes.ts';
import { smallEmailTo } from './attack-email.ts';

const PER_SECOND = 15;

const sendingTo =
  (...mailboxes: readonly HostileMailbox[]) =>
  ({ apiUrl, address, keys }: Target, count: Count): RunningAttack => {
    const client = openHttpClient(apiUrl, address);
    return runTimed(PER_SECOND, count, async (nth, signal) => {
      const body = smallEmailTo(`${mailboxes[nth % mailboxes.length] ?? ''}-${String(nth)}`);
      count(String((await client.call({ path: '/emails', key: keys.sending, body, signal })).status));
    });
  };

export const refusedRecipients: Attack = {
  name: 'refused-recipients',
  title: 'recipients that the relay rejects with 530, 535 and 538',
  begin: sendingTo('answers-530', 'answers-535', 'answers-538'),
};

export const droppedConnections: Attack = {
  name: 'dropped-connections',
  title: 'recipients for which the relay replies 421 or drops the connection',
  begin: sendingTo('answers-421', 'drops-at-rcpt', 'drops-at-data', 'drops-at-end'),
};
