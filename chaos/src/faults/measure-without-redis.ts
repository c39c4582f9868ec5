/** Redis is away for half a minute, and the API is watched meanwhile. */
import { callApi, openConnections } from '../load/post-email.ts';
import type { AcceptedEmail } from '../load/run-load.ts';
import type { Stage } from './fault.ts';

const AWAY_MS = 30_000;
/** The API is asked whether it is ready after so long. */
const LOOK_AFTER_MS = 10_000;
/** What the issue asks of the answers, of 99 in 100. */
const ANSWER_LIMIT_MS = 100;
/** And of the delivery of what was accepted meanwhile. */
const RETURN_LIMIT_MS = 15_000;
const POLL_MS = 100;

/** Ends Redis, looks at `/readyz`, starts Redis again, and waits until what had gathered has left. */
export async function measureWithoutRedis({ stack, load, delivered, pause, note, fail }: Stage): Promise<void> {
  await delivered(0.05);
  await stack.redis?.kill();
  const from = Date.now();
  await pause(LOOK_AFTER_MS);
  checkReadiness(await askWhetherReady(stack.apiUrls[0] ?? ''), note, fail);
  await pause(AWAY_MS - LOOK_AFTER_MS);
  const until = Date.now();
  await stack.redis?.start();

  const meanwhile = load.accepted.filter(({ at }) => at > from && at <= until);
  const { p99, longest } = timesOf(meanwhile);
  note(`${String(meanwhile.length)} accepted meanwhile, p99 ${p99.toFixed(0)} ms, longest ${longest.toFixed(0)} ms`);
  // What a machine with other things to do takes anyway.
  const before = timesOf(load.accepted.filter(({ at }) => at <= from));
  note(`before, with Redis: p99 ${before.p99.toFixed(0)} ms, longest ${before.longest.toFixed(0)} ms`);
  if (!(p99 <= ANSWER_LIMIT_MS)) fail(`without Redis the API took ${p99.toFixed(0)} ms (p99) to answer`);

  const leftAfterMs = await untilGone(
    stack,
    meanwhile.map(({ id }) => id),
    until,
    pause,
  );
  note(`all of them sent ${(leftAfterMs / 1000).toFixed(1)} s after its return`);
  if (leftAfterMs > RETURN_LIMIT_MS)
    fail(`what was accepted without Redis left only ${(leftAfterMs / 1000).toFixed(1)} s after its return`);
}

function timesOf(emails: readonly AcceptedEmail[]): { readonly p99: number; readonly longest: number } {
  const times = emails.map(({ tookMs }) => tookMs).sort((a, b) => a - b);
  return { p99: times[Math.ceil(times.length * 0.99) - 1] ?? NaN, longest: times.at(-1) ?? NaN };
}

interface Readiness {
  readonly httpStatus: number;
  readonly status?: string;
  readonly checks?: { readonly queue?: string };
}

async function askWhetherReady(url: string): Promise<Readiness> {
  const connections = openConnections();
  const answer = await callApi(connections, `${url}/readyz`, {});
  connections.destroy();
  return answer.kind === 'answered' ? { httpStatus: answer.status, ...(answer.body as object) } : { httpStatus: 0 };
}

function checkReadiness({ httpStatus, status, checks }: Readiness, note: Stage['note'], fail: Stage['fail']): void {
  const found = `/readyz ${String(httpStatus)} ${String(status)}, queue ${String(checks?.queue)}`;
  note(found);
  if (httpStatus !== 200 || status !== 'degraded' || checks?.queue !== 'unreachable') fail(`without Redis: ${found}`);
}

/** Milliseconds from `since` until none of these emails is open. */
async function untilGone(
  { tables }: Stage['stack'],
  ids: readonly string[],
  since: number,
  pause: Stage['pause'],
): Promise<number> {
  const OPEN = `SELECT count(*)::int AS count FROM "EmailRecord" WHERE id = ANY($1::uuid[]) AND status <> 'sent'`;
  for (;;) {
    const [row] = await tables.run<{ count: number }>(OPEN, [ids]);
    if (row?.count === 0) return Date.now() - since;
    await pause(POLL_MS);
  }
}
