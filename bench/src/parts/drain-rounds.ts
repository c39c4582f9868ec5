/** One round of draining by Sendoff or by one of the floors. */
import { emptyDeployment } from '../deployment/empty-deployment.ts';
import { runStatement, startWorker, type Deployment } from '../deployment/deployment.ts';
import type { Bench } from '../bench.ts';
import { fillBacklog } from '../emails/fill-backlog.ts';
import { fillQueue } from '../floors/fill-queue.ts';
import { JOBS_PER_MARK } from '../floors/open-queue.ts';
import { MESSAGES_PER_MARK } from '../neighbours/sink-count.ts';
import type { Sink } from '../neighbours/start-sink.ts';
import { startProgram, type Program } from '../processes/start-program.ts';
import { waitUntil } from '../processes/wait-until.ts';
import type { MailFloorOptions } from '../programs/floor-mail.ts';
import type { QueueFloorOptions } from '../programs/floor-queue.ts';
import { steadyRate, WARM_UP } from '../statistics/steady-rate.ts';
import { meterCpu, perEmail, type Metered } from '../usage/meter.ts';
import { readPeakMemory } from '../usage/read-usage.ts';

/** The figures of a round. */
export interface DrainRound {
  readonly rate: number;
  readonly cpu: Readonly<Record<string, number>>;
  readonly peak: Readonly<Record<string, number>>;
}

/** The defaults of `WORKER_CONCURRENCY` and `MAIL_MAX_CONNECTIONS`, which nodemailer uses too. */
export const CONCURRENCY = 100;
/** See {@link CONCURRENCY}. */
export const CONNECTIONS = 10;
const DRAIN_LIMIT_MS = 600_000;
const RECORD_LIMIT_MS = 30_000;

/** A Sendoff worker sends a backlog. */
export async function drainByWorker(bench: Bench, sink: Sink, deployment: Deployment): Promise<DrainRound> {
  const { workplace, servers, amounts } = bench;
  await emptyDeployment(deployment);
  await fillBacklog(deployment, { count: amounts.drainEmails });
  await sink.reset();
  const worker = await startWorker(workplace, deployment, sink.url, bench.profile);
  const { postgres, redis } = servers;
  const others = { sink: sink.program.pid, postgres: postgres.pid, ...(redis !== undefined && { redis: redis.pid }) };
  const cpu = await meterSteady(worker, others, amounts.drainEmails, () => sink.messages());
  await waitUntilRecorded(deployment);
  const peak = { program: readPeakMemory(worker.pid) };
  await worker.stop();
  return { rate: await rateAt(sink, amounts.drainEmails), cpu, peak };
}

/** nodemailer sends the same emails. */
export async function drainByNodemailer({ workplace, amounts }: Bench, sink: Sink): Promise<DrainRound> {
  await sink.reset();
  const options: MailFloorOptions = { host: '127.0.0.1', port: sink.port, connections: CONNECTIONS, concurrency: CONCURRENCY };
  const floor = startProgram(workplace, {
    name: 'floor nodemailer',
    file: 'bench/dist/programs/floor-mail.js',
    args: [JSON.stringify(options)],
  });
  const [cpu] = await Promise.all([
    meterSteady(floor, { sink: sink.program.pid }, amounts.drainEmails, () => sink.messages()),
    floor.ask('send', { count: amounts.drainEmails }),
  ]);
  const peak = { program: readPeakMemory(floor.pid) };
  await floor.stop();
  return { rate: await rateAt(sink, amounts.drainEmails), cpu, peak };
}

/** BullMQ processes as many jobs that do nothing. */
export async function drainByNothing({ workplace, servers, amounts }: Bench, deployment: Deployment): Promise<DrainRound> {
  await emptyDeployment(deployment);
  await fillQueue(deployment, amounts.drainEmails);
  const options: QueueFloorOptions = { ...deployment, concurrency: CONCURRENCY };
  const floor = startProgram(workplace, {
    name: `floor queue, ${deployment.engine}`,
    file: 'bench/dist/programs/floor-queue.js',
    args: [JSON.stringify(options)],
  });
  const { postgres, redis } = servers;
  const others = deployment.redisUrl === undefined || redis === undefined ? { postgres: postgres.pid } : { redis: redis.pid };
  const cpu = await meterSteady(floor, others, amounts.drainEmails, () => floor.ask<number>('jobs'));
  const rate = steadyRate(await floor.ask<number[]>('marks'), JOBS_PER_MARK);
  const peak = { program: readPeakMemory(floor.pid) };
  await floor.stop();
  return { rate, cpu, peak };
}

/** CPU time per email of the program and of other processes, from the end of the warm-up to the last email. */
async function meterSteady(program: Program, others: Metered, count: number, done: () => Promise<number>) {
  const reached = async (target: number): Promise<number> => {
    let now = 0;
    await waitUntil(`${program.name} has done ${String(target)} of ${String(count)}`, DRAIN_LIMIT_MS, async () => {
      if (program.hasEnded()) throw program.explainEnd();
      now = await done();
      return now >= target;
    });
    return now;
  };
  const began = await reached(count * WARM_UP);
  const spent = meterCpu({ program: program.pid, ...others });
  const ended = await reached(count);
  return perEmail(spent(), Math.max(1, ended - began));
}

async function waitUntilRecorded({ databaseUrl }: Deployment): Promise<void> {
  await waitUntil('every email is `sent` in the table', RECORD_LIMIT_MS, async () => {
    const [row] = await runStatement<{ all: boolean }>(
      databaseUrl,
      `SELECT NOT EXISTS (SELECT FROM "EmailRecord" WHERE status <> 'sent') AS all`,
    );
    return row?.all === true;
  });
}

async function rateAt(sink: Sink, count: number): Promise<number> {
  const { messages, marks } = await sink.count();
  if (messages !== count) throw new Error(`The sink received ${String(messages)} of ${String(count)} messages`);
  return steadyRate(marks, MESSAGES_PER_MARK);
}
