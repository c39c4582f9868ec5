/** The time from the client to the relay when the system is otherwise idle. */
import type { EngineName } from '@sendoff/queue';
import type { Bench } from '../bench.ts';
import { createDeployment, startApi, startWorker } from '../deployment/deployment.ts';
import { startSink } from '../neighbours/start-sink.ts';
import { startProgram } from '../processes/start-program.ts';
import { waitUntil } from '../processes/wait-until.ts';
import type { PacedEmail, PaceOrder } from '../programs/load.ts';
import type { Goal, PartResult, Row } from '../report/result.ts';
import { percentile, summarise } from '../statistics/summarise.ts';

const PAUSE_MS = 25;
const ARRIVAL_LIMIT_MS = 30_000;
/** Emails at the beginning that do not count. */
const WARM_UP_EMAILS = 50;
const MAX_MS = 25;

/** Measures each engine. */
export async function measureIdle(bench: Bench): Promise<PartResult> {
  const rows: Row[] = [];
  for (const engine of bench.engines) rows.push(...(await measureOn(bench, engine)));
  return {
    part: 'idle',
    title: 'From the client to the relay, one email at a time',
    unit: 'milliseconds, p99 of each round',
    method:
      `${String(bench.amounts.idleEmails)} emails a round, each sent about ${String(PAUSE_MS)} ms after the response to the last one. Measured ` +
      'with one clock from the start of the request until the sink has replied 250 to the final dot.',
    rows,
    goals: rows.filter(({ name }) => name === TO_SINK).map(toGoal),
  };
}

const TO_SINK = 'request to 250 at the sink';
const TO_ANSWER = 'request to answer';

async function measureOn({ workplace, servers, amounts, progress }: Bench, engine: EngineName): Promise<Row[]> {
  const deployment = await createDeployment(servers, 'idle', engine);
  const sink = await startSink(workplace);
  const api = await startApi(workplace, deployment);
  const worker = await startWorker(workplace, deployment, sink.url);
  const load = startProgram(workplace, { name: 'paced load', file: 'bench/dist/programs/load.js' });

  const run = async (count: number): Promise<{ answers: Float64Array; arrivals: Float64Array }> => {
    await sink.reset({ watch: true });
    const order: PaceOrder = { origin: api.origin, key: api.key, count, pauseMs: PAUSE_MS };
    const emails = await load.ask<PacedEmail[]>('pace', order);
    await waitUntil('the last email is at the sink', ARRIVAL_LIMIT_MS, async () => (await sink.messages()) === count);
    const { taken } = await sink.count();
    return {
      answers: Float64Array.from(emails, ({ sentAt, answeredAt }) => answeredAt - sentAt).sort(),
      arrivals: Float64Array.from(emails, ({ recipient, sentAt }) => (taken[recipient] ?? Number.NaN) - sentAt).sort(),
    };
  };
  progress(`idle, ${engine}: warm-up`);
  await run(WARM_UP_EMAILS);
  const rounds = [];
  for (let round = 1; round <= amounts.rounds; round += 1) {
    progress(`idle, ${engine}: round ${String(round)} of ${String(amounts.rounds)}`);
    rounds.push(await run(amounts.idleEmails));
  }
  for (const { stop } of [load, worker, api.program, sink.program]) await stop();

  const toRow = (name: string, times: readonly Float64Array[]): Row => ({
    name,
    engine,
    values: times.map((sorted) => percentile(sorted, 99)),
    also: {
      'p50, ms': summarise(times.map((sorted) => percentile(sorted, 50))).median,
      'longest, ms': Math.max(...times.map((sorted) => sorted.at(-1) ?? 0)),
    },
  });
  return [
    toRow(
      TO_ANSWER,
      rounds.map(({ answers }) => answers),
    ),
    toRow(
      TO_SINK,
      rounds.map(({ arrivals }) => arrivals),
    ),
  ];
}

function toGoal({ engine, values }: Row): Goal {
  const value = summarise(values);
  return {
    name: 'idle, request to 250 at the sink, p99',
    engine,
    target: `≤ ${String(MAX_MS)} ms`,
    value,
    met: value.median <= MAX_MS,
  };
}
