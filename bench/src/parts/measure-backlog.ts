/** The cost of a long backlog: memory of the queue and of a worker, and time. */
import type { EngineName } from '@sendoff/queue';
import type { Bench } from '../bench.ts';
import { createDeployment, runStatement, startWorker } from '../deployment/deployment.ts';
import { fillBacklog } from '../emails/fill-backlog.ts';
import { MESSAGES_PER_MARK } from '../neighbours/sink-count.ts';
import { startSink } from '../neighbours/start-sink.ts';
import { waitUntil } from '../processes/wait-until.ts';
import type { PartResult, Row } from '../report/result.ts';
import { steadyRate } from '../statistics/steady-rate.ts';
import { readPeakMemory } from '../usage/read-usage.ts';

/** The share of the backlog that is actually sent. */
const SLICE = 0.03;
/** The minimum number of emails for a meaningful rate. */
const LEAST_SLICE = 2000;
const SLICE_LIMIT_MS = 900_000;
const REPORT_EVERY = 50_000;
const DURATION_NAME = 'minutes for all, extrapolated';

/** Measures each engine. */
export async function measureBacklog(bench: Bench): Promise<PartResult> {
  const rows: Row[] = [];
  for (const engine of bench.engines) rows.push(await measureOn(bench, engine));
  const size = bench.amounts.backlog.toLocaleString('en');
  return {
    part: 'backlog',
    title: `A backlog of ${size} emails`,
    unit: 'emails per second',
    method:
      `${size} emails are stored and have their jobs; then one worker starts and sends the first ${String(SLICE * 100)} %; the rate over ` +
      'these is extrapolated to all. The size of the queue is the peak resident memory of Redis or, in PostgreSQL, the size of ' +
      "BullMQ's tables.",
    rows,
    goals: [],
  };
}

async function measureOn({ workplace, servers, amounts, progress }: Bench, engine: EngineName): Promise<Row> {
  const { backlog } = amounts;
  const deployment = await createDeployment(servers, 'backlog', engine);
  await fillBacklog(deployment, {
    count: backlog,
    onProgress: (done) => {
      if (done % REPORT_EVERY === 0) progress(`backlog, ${engine}: ${String(done)} of ${String(backlog)} emails queued`);
    },
  });
  const queue = engine === 'redis' ? readPeakMemory(servers.redis?.pid ?? 0) : await sizeOfTables(deployment.databaseUrl);

  const sink = await startSink(workplace);
  const worker = await startWorker(workplace, deployment, sink.url);
  const slice = Math.min(backlog, Math.max(LEAST_SLICE, Math.ceil(backlog * SLICE)));
  progress(`backlog, ${engine}: sending ${String(slice)} of ${String(backlog)}`);
  await waitUntil(
    `${String(slice)} emails of the backlog are sent`,
    SLICE_LIMIT_MS,
    async () => (await sink.messages()) >= slice,
  );
  const rate = steadyRate((await sink.count()).marks, MESSAGES_PER_MARK);
  const peak = { worker: readPeakMemory(worker.pid), queue };
  await worker.stop();
  await sink.program.stop();
  return { name: 'one worker', engine, values: [rate], peak, also: { [DURATION_NAME]: backlog / rate / 60 } };
}

async function sizeOfTables(databaseUrl: string): Promise<number> {
  const [row] = await runStatement<{ octets: number }>(
    databaseUrl,
    `SELECT sum(pg_total_relation_size(format('%I.%I', schemaname, tablename)::regclass))::float8 AS octets
     FROM pg_tables WHERE schemaname = 'bullmq'`,
  );
  return row?.octets ?? 0;
}
