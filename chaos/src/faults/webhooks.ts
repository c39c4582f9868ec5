/** A receiver of webhooks that is in trouble, and workers that die while they speak to it. */
import { callApi, openConnections } from '../load/post-email.ts';
import { openReceiver, type Manners, type Receiver } from '../sink/open-receiver.ts';
import type { Fault, Stage } from './fault.ts';

/** Every type of event that an email without feedback can have. */
const TYPES = ['sent', 'delivery_delayed', 'bounced', 'failed', 'suppressed'].map((type) => `email.${type}`);
/** Shorter than the first delay of the schedule, less its jitter: what was refused once comes back to a receiver that is well. */
const DOWN_MS = 3000;
/** A lease of a minute, sweeps, and the second delay of the schedule where the first was not enough. */
const TIMEOUT_MS = 420_000;
const POLL_MS = 500;

const EXPECTED = `SELECT "emailId"::text AS "emailId", 'email.' || type AS type, count(*)::int AS count FROM "EmailEvent"
  WHERE 'email.' || type = ANY($1::text[]) GROUP BY 1, 2`;

const TROUBLED = `SELECT count(*)::int AS troubled FROM "WebhookAttempt" WHERE outcome <> 'delivered'`;

const well: Manners = (response) => {
  response.writeHead(200).end();
  return true;
};

type Trouble = (stage: Stage, receiver: Receiver) => Promise<void>;

/** Before any worker runs an endpoint is made, so that each event of each email is one that it is to get. */
const withReceiver = (manners: Manners, mustFail: boolean, trouble?: Trouble) => async (stage: Stage) => {
  const receiver = await openReceiver(manners);
  try {
    await subscribe(stage, receiver.url);
    await stage.stack.startWorkers();
    await Promise.all([trouble?.(stage, receiver), stage.load.done]);
    await untilAllTold(stage, receiver, mustFail);
  } finally {
    await receiver.hide();
  }
};

async function subscribe({ stack }: Stage, endpoint: string): Promise<void> {
  const connections = openConnections();
  const headers = { authorization: `Bearer ${stack.apiKey}` };
  const answer = await callApi(connections, `${stack.apiUrls[0] ?? ''}/webhooks`, { headers, body: { endpoint, events: TYPES } });
  connections.destroy();
  if (answer.kind !== 'answered' || answer.status !== 201) throw new Error(`no webhook was made: ${JSON.stringify(answer)}`);
}

/** Waits until no email is open and the receiver has taken every event that the table has. */
async function untilAllTold({ stack, pause, note, fail }: Stage, { taken }: Receiver, mustFail: boolean): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const open = await stack.tables.countOpen();
    const { events, missing, invented } = compare(await stack.tables.run<EventCount>(EXPECTED, [TYPES]), taken);
    if ((open === 0 && missing.length === 0) || performance.now() > deadline) {
      const ids = new Set(taken.map(({ id }) => id));
      const [ledger] = await stack.tables.run<{ troubled: number }>(TROUBLED);
      note(`${String(ledger?.troubled)} attempts that were not answered with 2xx`);
      if (ledger?.troubled === 0 && mustFail) fail('no attempt failed, so nothing was proven');
      note(`${String(events)} events, ${String(missing.length)} untold, ${String(taken.length - ids.size)} told again`);
      if (missing.length > 0) fail(`${String(missing.length)} events were never told, such as ${String(missing[0])}`);
      if (invented.length > 0)
        fail(`${String(invented.length)} events were told that never happened, such as ${String(invented[0])}`);
      return;
    }
    await pause(POLL_MS);
  }
}

interface EventCount {
  readonly emailId: string;
  readonly type: string;
  readonly count: number;
}

/** A difference of sets: the events of the table, by email and type, and the different ids that came. */
function compare(expected: readonly EventCount[], taken: Receiver['taken']) {
  const told = new Map<string, Set<string>>();
  for (const { emailId, type, id } of taken) {
    const key = `${emailId} ${type}`;
    told.set(key, (told.get(key) ?? new Set()).add(id));
  }
  const known = new Set(expected.map(({ emailId, type }) => `${emailId} ${type}`));
  return {
    events: expected.reduce((sum, { count }) => sum + count, 0),
    missing: expected
      .filter(({ emailId, type, count }) => (told.get(`${emailId} ${type}`)?.size ?? 0) < count)
      .map(({ emailId, type }) => `${emailId} ${type}`),
    invented: [...told.keys()].filter((key) => !known.has(key)),
  };
}

const fault = (name: string, title: string, inject: NonNullable<Fault['inject']>, more: Partial<Fault> = {}): Fault => ({
  name,
  title,
  workersWait: true,
  settings: { ALLOW_PRIVATE_ADDRESSES: 'true' },
  inject,
  ...more,
});

export const WEBHOOKS: readonly Fault[] = [
  fault(
    'hooks-down',
    'Receiver of webhooks refuses connections for 3 s',
    withReceiver(well, true, async ({ delivered, pause }, receiver) => {
      await delivered(0.3);
      await receiver.hide();
      await pause(DOWN_MS);
      await receiver.show();
    }),
  ),
  fault(
    'hooks-slow',
    'Receiver of webhooks answers after 300 ms',
    withReceiver((response) => {
      setTimeout(() => response.writeHead(200).end(), 300);
      return true;
    }, false),
  ),
  fault(
    'hooks-500',
    'Receiver of webhooks answers 500 to each first attempt',
    withReceiver((response, nth) => {
      response.writeHead(nth === 1 ? 500 : 200).end();
      return nth > 1;
    }, true),
  ),
  fault('hooks-killed', 'SIGKILL of a worker after an endpoint has answered, before that is recorded', withReceiver(well, true), {
    crash: { program: 'worker', channel: 'sendoff:webhook.ended' },
  }),
];
