/** The rate at which one worker process sends a backlog, compared with nodemailer sending the same emails. */
import type { EngineName } from '@sendoff/queue';
import type { Bench } from '../bench.ts';
import { createDeployment } from '../deployment/deployment.ts';
import { startSink } from '../neighbours/start-sink.ts';
import { memoryGoal } from '../report/memory-goal.ts';
import type { Goal, PartResult, Row } from '../report/result.ts';
import { ratios } from '../statistics/ratios.ts';
import { WARM_UP } from '../statistics/steady-rate.ts';
import { summarise } from '../statistics/summarise.ts';
import { CONCURRENCY, CONNECTIONS, drainByNodemailer, drainByNothing, drainByWorker, type DrainRound } from './drain-rounds.ts';
import { measureSink } from './measure-sink.ts';

const NODEMAILER = 'nodemailer pool';
const SENDOFF = 'Sendoff worker';
const BULLMQ = 'BullMQ, jobs that do nothing';
/** The minimal ratio to the floor. */
const LEAST = 1.0;

interface Contestant {
  readonly name: string;
  readonly engine?: EngineName;
  readonly measure: () => Promise<DrainRound>;
}

/** Measures each engine. */
export async function measureDrain(bench: Bench): Promise<PartResult> {
  const { amounts, engines, servers, progress } = bench;
  const sink = await startSink(bench.workplace);
  const contestants: Contestant[] = [{ name: NODEMAILER, measure: () => drainByNodemailer(bench, sink) }];
  for (const engine of engines) {
    const deployment = await createDeployment(servers, 'drain', engine);
    contestants.push({ name: SENDOFF, engine, measure: () => drainByWorker(bench, sink, deployment) });
    const queue = await createDeployment(servers, 'floor queue', engine);
    contestants.push({ name: BULLMQ, engine, measure: () => drainByNothing(bench, queue) });
  }

  const rounds = new Map(contestants.map((contestant) => [contestant, [] as DrainRound[]]));
  for (let round = 1; round <= amounts.rounds; round += 1) {
    for (const contestant of round % 2 === 0 ? [...contestants].reverse() : contestants) {
      const { name, engine = '' } = contestant;
      progress(`drain: round ${String(round)} of ${String(amounts.rounds)}, ${name} ${engine}`);
      rounds.get(contestant)?.push(await contestant.measure());
    }
  }
  const sinkRow = await measureSink(bench, sink);
  await sink.program.stop();
  const rows = contestants.map((contestant) => toRow(contestant, rounds.get(contestant) ?? []));
  return {
    part: 'drain',
    title: 'Sending a backlog',
    unit: 'emails per second',
    method:
      `${String(amounts.drainEmails)} emails are stored and have their jobs; then one worker process starts, with ` +
      `${String(CONCURRENCY)} concurrent deliveries over ${String(CONNECTIONS)} SMTP connections, its defaults. nodemailer sends the same ` +
      'emails (recipient, subject, html, text) with the same settings from one process. The rate is that at which the sink receives them, ' +
      `without the first ${String(WARM_UP * 100)} %; CPU time is measured over the same interval. Afterwards the sink must have received ` +
      'each email once, and every email must be `sent` in the table.',
    rows: [...rows, sinkRow],
    goals: [
      ...engines.map((engine) => toGoal(rows, engine)),
      ...rows.filter(({ name }) => name === SENDOFF).map((row) => memoryGoal('worker', row)),
    ],
  };
}

function toRow({ name, engine }: Contestant, rounds: readonly DrainRound[]): Row {
  const last = rounds.at(-1);
  const middle = (names: string[], pick: (round: DrainRound, name: string) => number | undefined) =>
    Object.fromEntries(names.map((key) => [key, summarise(rounds.map((round) => pick(round, key) ?? 0)).median]));
  return {
    name,
    engine,
    values: rounds.map(({ rate }) => rate),
    cpu: middle(Object.keys(last?.cpu ?? {}), ({ cpu }, process) => cpu[process]),
    peak: middle(Object.keys(last?.peak ?? {}), ({ peak }, process) => peak[process]),
  };
}

function toGoal(rows: readonly Row[], engine: EngineName): Goal {
  const floor = rows.find(({ name }) => name === NODEMAILER)?.values ?? [];
  const values = rows.find((row) => row.name === SENDOFF && row.engine === engine)?.values ?? [];
  const value = summarise(ratios(values, floor));
  return { name: `drain, against: ${NODEMAILER}`, engine, target: `≥ ${LEAST.toFixed(1)} ×`, value, met: value.median >= LEAST };
}
