/** The queue cannot be used for half a minute. The API and the sink are watched meanwhile, and the queue afterwards. */
import { callApi, openConnections } from '../load/post-email.ts';
import type { AcceptedEmail } from '../load/run-load.ts';
import type { Stage } from './fault.ts';

/** How the queue gets into trouble and out of it. */
export interface Outage {
  /** Runs it; `meanwhile` waits, in milliseconds. */
  readonly run: (stage: Stage, meanwhile: (ms: number) => Promise<void>) => Promise<void>;
  /** Whether programs are to say so while it lasts. */
  readonly isNoticed: boolean;
  /** Of 99 in 100 answers of the API, where that is measured. */
  readonly answersWithinMs?: number;
}

/** Programs are asked whether they are ready after so long. */
const LOOK_AFTER_MS = 10_000;
/** From when an email was accepted until it arrived, of 95 in 100 that were accepted meanwhile. */
const ARRIVAL_LIMIT_MS = 10_000;
/** Until all programs say that the queue can be used again. None is restarted. */
const RETURN_LIMIT_MS = 30_000;
const POLL_MS = 100;

/** Runs the outage, and checks what is promised while it lasts and after it. */
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
      if (found.httpStatus !== 200 || found.queue !== 'unreachable') fail(`without the queue: ${found.said}`);
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

/** What the API took to answer. */
function noteAnswers(
  { load, note, fail }: Stage,
  meanwhile: readonly AcceptedEmail[],
  from: number,
  limitMs: number | undefined,
): void {
  const times = (emails: readonly AcceptedEmail[]) => emails.map(({ tookMs }) => tookMs);
  const p99 = percentile(times(meanwhile), 0.99);
  note(`${String(meanwhile.length)} accepted meanwhile, p99 ${p99.toFixed(0)} ms`);
  if (limitMs === undefined) return;
  // What a machine with other things to do takes anyway.
  note(`before: p99 ${percentile(times(load.accepted.filter(({ at }) => at <= from)), 0.99).toFixed(0)} ms`);
  if (!(p99 <= limitMs)) fail(`without the queue the API took ${p99.toFixed(0)} ms (p99) to answer`);
}

/** Waits until none of these emails is open. */
async function untilSent({ stack, pause }: Stage, emails: readonly AcceptedEmail[]): Promise<void> {
  const OPEN = `SELECT count(*)::int AS count FROM "EmailRecord" WHERE id = ANY($1::uuid[]) AND status <> 'sent'`;
  const ids = emails.map(({ id }) => id);
  while ((await stack.tables.run<{ count: number }>(OPEN, [ids]))[0]?.count !== 0) await pause(POLL_MS);
}

/** From the answer to the final dot at the sink, by the last recipient of each email. */
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
  note(`from accepted to the sink: p50 ${seconds(p50)} s, p95 ${seconds(p95)} s, longest ${seconds(longest)} s`);
  if (!(p95 < ARRIVAL_LIMIT_MS)) fail(`what was accepted without the queue took ${seconds(p95)} s (p95) to arrive`);
}

/** Waits until every program says that the queue can be used. */
async function untilReady(stage: Stage, since: number): Promise<void> {
  for (;;) {
    const found = await askPrograms(stage);
    const seconds = (Date.now() - since) / 1000;
    if (found.every(({ queue }) => queue === 'ok')) {
      stage.note(`the queue is used again by all within ${seconds.toFixed(1)} s`);
      return;
    }
    if (seconds * 1000 > RETURN_LIMIT_MS) {
      stage.fail(`the queue is back and not used: ${found.map(({ said }) => said).join('; ')}`);
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

/** What `/readyz` of the API and of each worker says. */
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

/** The smallest of the numbers that so great a part of them does not exceed; NaN of none. */
function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? NaN;
}
