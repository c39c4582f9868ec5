/** Faults of a webhook receiver, and of workers that die while calling it. */
import { callApi, openConnections } from '../load/post-email.ts';
import { openReceiver, type Manners, type Receiver } from '../sink/open-receiver.ts';
import type { Fault, Stage } from './fault.ts';

/** All types of events that an email can have without bounces or complaints. */
const TYPES = ['sent', 'delivery_delayed', 'bounced', 'failed', 'suppressed'].map((type) => `email.${type}`);
/** Shorter than the first retry delay less its jitter, so that the first retry finds the receiver available. */
const DOWN_MS = 3000;
/** A lease of a minute, the sweeps, and a second retry where the first was too early. */
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

/** Creates the endpoint before any worker runs, so that it must receive every event of every email. */
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
  if (answer.kind !== 'answered' || answer.status !== 201)
    throw new Error(`the webhook could not be created: ${JSON.stringify(answer)}`);
}

/** Waits until all emails are finished and the receiver has accepted every event in the table. */
async function untilAllTold({ stack, pause, note, fail }: Stage, { taken }: Receiver, mustFail: boolean): Promise<void> {
  const deadline = performance.now() + TIMEOUT_MS;
  for (;;) {
    const open = await stack.tables.countOpen();
    const { events, missing, invented } = compare(await stack.tables.run<EventCount>(EXPECTED, [TYPES]), taken);
    if ((open === 0 && missing.length === 0) || performance.now() > deadline) {
      const ids = new Set(taken.map(({ id }) => id));
      const [ledger] = await stack.tables.run<{ troubled: number }>(TROUBLED);
      note(`${String(ledger?.troubled)} attempts without a 2xx response`);
      if (ledger?.troubled === 0 && mustFail) fail('no webhook attempt failed, so the fault was not tested');
      note(
        `${String(events)} events, ${String(missing.length)} not delivered, ${String(taken.length - ids.size)} delivered again`,
      );
      if (missing.length > 0) fail(`${String(missing.length)} events were never delivered, such as ${String(missing[0])}`);
      if (invented.length > 0)
        fail(`${String(invented.length)} events were delivered that are not in the database, such as ${String(invented[0])}`);
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

/** Compares the events in the table with the distinct ids received, by email and type. */
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
    'Webhook receiver refuses connections for 3 s',
    withReceiver(well, true, async ({ delivered, pause }, receiver) => {
      await delivered(0.3);
      await receiver.hide();
      await pause(DOWN_MS);
      await receiver.show();
    }),
  ),
  fault(
    'hooks-slow',
    'Webhook receiver responds after 300 ms',
    withReceiver((response) => {
      setTimeout(() => response.writeHead(200).end(), 300);
      return true;
    }, false),
  ),
  fault(
    'hooks-500',
    'Webhook receiver responds with 500 to each first attempt',
    withReceiver((response, nth) => {
      response.writeHead(nth === 1 ? 500 : 200).end();
      return nth > 1;
    }, true),
  ),
  fault('hooks-killed', 'SIGKILL of a worker after a webhook response, before it is recorded', withReceiver(well, true), {
    crash: { program: 'worker', channel: 'sendoff:webhook.ended' },
  }),
];
