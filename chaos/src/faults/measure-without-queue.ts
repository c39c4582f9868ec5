/** Makes the queue unusable for half a minute and measures the API and deliveries meanwhile, and the recovery afterwards. */
import { callApi, openConnections } from '../load/post-email.ts';
import type { AcceptedEmail } from '../load/run-load.ts';
import type { Stage } from './fault.ts';

/** How an outage of the queue begins and ends. */
export interface Outage {
  /** Runs the outage; `meanwhile` waits for this many milliseconds. */
  readonly run: (stage: Stage, meanwhile: (ms: number) => Promise<void>) => Promise<void>;
  /** Whether `/readyz` must report the outage. */
  readonly isNoticed: boolean;
  /** The limit for the p99 response time of the API, where it is checked. */
  readonly answersWithinMs?: number;
}

/** Milliseconds into the outage at which `/readyz` is checked. */
const LOOK_AFTER_MS = 10_000;
/** The limit for the p95 of the time from acceptance to delivery, for emails accepted during the outage. */
const ARRIVAL_LIMIT_MS = 10_000;
/** The limit until every program uses the queue again, without a restart. */
const RETURN_LIMIT_MS = 30_000;
const POLL_MS = 100;

/** Runs the outage and checks the guarantees during and after it. */
export async function measureWithoutQueue(stage: Stage, { run, isNoticed, answersWithinMs }: Outage): Promise<void> {
  const { load, delivered, pause, note, fail } = stage;
  await delivered(0.05);
  const from = Date.now();
  let hasLooked = false;
  await run(stage, async (ms) => {
    if (hasLooked || !isNoticed) return pause(ms);
    hasLooked = true;
    await pause(LOOK_AFTER_MS);
    for (const found of await askPrograms(stage)) {
      note(found.said);
      if (found.httpStatus !== 200 || found.queue !== 'unreachable') fail(`during the outage: ${found.said}`);
    }
    await pause(ms - LOOK_AFTER_MS);
  });
  const until = Date.now();
  const meanwhile = load.accepted.filter(({ at }) => at > from && at <= until);
  noteAnswers(stage, meanwhile, from, answersWithinMs);
  await untilSent(stage, meanwhile);
  await noteArrivals(stage, meanwhile);
  await untilReady(stage, until);
}

/** Records the response times of the API. */
function noteAnswers(
  { load, note, fail }: Stage,
  meanwhile: readonly AcceptedEmail[],
  from: number,
  limitMs: number | undefined,
): void {
  const times = (emails: readonly AcceptedEmail[]) => emails.map(({ tookMs }) => tookMs);
  const p99 = percentile(times(meanwhile), 0.99);
  note(`${String(meanwhile.length)} accepted during the outage, p99 ${p99.toFixed(0)} ms`);
  if (limitMs === undefined) return;
  // The response times before the outage show how much is due to the load of the machine.
  note(`before the outage: p99 ${percentile(times(load.accepted.filter(({ at }) => at <= from)), 0.99).toFixed(0)} ms`);
  if (!(p99 <= limitMs)) fail(`during the outage the API took ${p99.toFixed(0)} ms (p99) to respond`);
}

/** Waits until all of these emails are sent. */
async function untilSent({ stack, pause }: Stage, emails: readonly AcceptedEmail[]): Promise<void> {
  const OPEN = `SELECT count(*)::int AS count FROM "EmailRecord" WHERE id = ANY($1::uuid[]) AND status <> 'sent'`;
  const ids = emails.map(({ id }) => id);
  while ((await stack.tables.run<{ count: number }>(OPEN, [ids]))[0]?.count !== 0) await pause(POLL_MS);
}

/** Measures the time from the API response to the final dot at the sink, for the last recipient of each email. */
async function noteArrivals({ stack, note, fail }: Stage, emails: readonly AcceptedEmail[]): Promise<void> {
  const [kept, arrivals] = await Promise.all([stack.tables.readAll(), stack.sink.report()]);
  const messageIds = new Map(kept.map(({ id, messageId }) => [id, messageId]));
  const arrivedAt = new Map<string, number>();
  for (const { messageId, firstAt } of arrivals) {
    arrivedAt.set(messageId, Math.max(arrivedAt.get(messageId) ?? 0, firstAt));
  }
  const times = emails.map(({ id, at }) => Math.max(0, (arrivedAt.get(messageIds.get(id) ?? '') ?? Infinity) - at));
  const [p50, p95, longest] = [0.5, 0.95, 1].map((share) => percentile(times, share)) as [number, number, number];
  const seconds = (ms: number): string => (ms / 1000).toFixed(1);
  note(`from acceptance to delivery: p50 ${seconds(p50)} s, p95 ${seconds(p95)} s, maximum ${seconds(longest)} s`);
  if (!(p95 < ARRIVAL_LIMIT_MS)) fail(`emails accepted during the outage took ${seconds(p95)} s (p95) to be delivered`);
}

/** Waits until every program reports the queue as available. */
async function untilReady(stage: Stage, since: number): Promise<void> {
  for (;;) {
    const found = await askPrograms(stage);
    const seconds = (Date.now() - since) / 1000;
    if (found.every(({ queue }) => queue === 'ok')) {
      stage.note(`all programs use the queue again after ${seconds.toFixed(1)} s`);
      return;
    }
    if (seconds * 1000 > RETURN_LIMIT_MS) {
      stage.fail(`the queue is available again but not used: ${found.map(({ said }) => said).join('; ')}`);
      return;
    }
    await stage.pause(POLL_MS);
  }
}

interface Readiness {
  readonly httpStatus: number;
  readonly queue: string | undefined;
  readonly said: string;
}

/** Queries `/readyz` of the API and of each worker. */
async function askPrograms({ stack }: Stage): Promise<Readiness[]> {
  const connections = openConnections();
  const ask = async ({ name, url }: { readonly name: string; readonly url: string }): Promise<Readiness> => {
    const answer = await callApi(connections, `${url}/readyz`, {});
    if (answer.kind !== 'answered') return { httpStatus: 0, queue: undefined, said: `${name} does not answer /readyz` };
    const { status, checks } = answer.body as { readonly status?: string; readonly checks?: { readonly queue?: string } };
    const said = `${name}: /readyz ${String(answer.status)} ${String(status)}, queue ${String(checks?.queue)}`;
    return { httpStatus: answer.status, queue: checks?.queue, said };
  };
  try {
    return await Promise.all([...stack.apis, ...stack.workers].map(ask));
  } finally {
    connections.destroy();
  }
}

/** The nearest-rank percentile; NaN for an empty list. */
function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
}
