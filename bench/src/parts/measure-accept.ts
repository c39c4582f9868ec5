/** The rate at which emails are accepted, compared with the minimal cost of accepting them. */
import type { EngineName } from '@sendoff/queue';
import type { Bench } from '../bench.ts';
import { compareAccepted } from './compare-accepted.ts';
import { countEnqueuedEmails, countWaitingJobs } from '../deployment/count-enqueued.ts';
import { createDeployment, startApi, type Deployment, type RunningApi } from '../deployment/deployment.ts';
import { emptyDeployment } from '../deployment/empty-deployment.ts';
import { startProgram, type Program } from '../processes/start-program.ts';
import { waitUntil } from '../processes/wait-until.ts';
import type { FloorMode } from '../programs/floor-api.ts';
import type { LoadResult } from '../programs/load.ts';
import { memoryGoal } from '../report/memory-goal.ts';
import type { Goal, PartResult, Row } from '../report/result.ts';
import { ratios } from '../statistics/ratios.ts';
import { summarise } from '../statistics/summarise.ts';
import { meterCpu, perEmail } from '../usage/meter.ts';
import { readPeakMemory } from '../usage/read-usage.ts';

/** Sendoff or one of the floors. */
interface Contestant {
  readonly name: string;
  readonly engine: EngineName;
  readonly api: RunningApi;
  /** Null for a floor that stores nothing. */
  readonly deployment: Deployment | null;
}

const FLOORS: readonly FloorMode[] = ['bare', 'one by one', 'grouped'];
const FLOOR_NAMES: Readonly<Record<FloorMode, string>> = {
  bare: 'Fastify, nothing kept',
  'one by one': 'Fastify, one INSERT and one add',
  grouped: 'Fastify, grouped INSERT and addBulk',
};
const SENDOFF = 'Sendoff';
const GOALS = [
  { floor: 'grouped', least: 0.9 },
  { floor: 'one by one', least: 1.5 },
] as const;
const ENQUEUE_LIMIT_MS = 120_000;

/** Measures each engine. */
export async function measureAccept(bench: Bench): Promise<PartResult> {
  const results = [];
  for (const engine of bench.engines) results.push(await measureOn(bench, engine));
  return {
    part: 'accept',
    title: 'Accepting emails',
    unit: 'accepted per second',
    method:
      `${String(bench.amounts.connections)} connections, each sending its next email after the response to the last one, ` +
      `${String(bench.amounts.acceptEmails)} emails a round. Every contestant has its own database with the same schema and writes the ` +
      'same rows (record, content, recipient, event). The floors create a job for each email; in Sendoff, up to eight emails that arrive together ' +
      'share one. No worker runs. After each round, the rows and the emails in jobs are counted: there must be one of each for every email ' +
      'that was accepted.',
    rows: results.flatMap(({ rows }) => rows),
    goals: results.flatMap(({ goals }) => goals),
  };
}

async function measureOn(bench: Bench, engine: EngineName): Promise<{ rows: Row[]; goals: Goal[] }> {
  const { workplace, servers, amounts, progress } = bench;
  const load = startProgram(workplace, { name: 'load', file: 'bench/dist/programs/load.js', args: ['{}'] });
  const contestants: Contestant[] = [];
  for (const mode of FLOORS) contestants.push(await startFloor(bench, engine, mode));
  const deployment = await createDeployment(servers, 'accept', engine);
  contestants.push({ name: SENDOFF, engine, deployment, api: await startApi(workplace, deployment, bench.profile) });

  const rounds = new Map(contestants.map(({ name }) => [name, [] as Round[]]));
  for (let round = 0; round <= amounts.rounds; round += 1) {
    // Each round starts with another contestant, so that none always follows the same one.
    for (const contestant of rotate(contestants, round)) {
      progress(
        `accept, ${engine}: ${round === 0 ? 'warm-up' : `round ${String(round)} of ${String(amounts.rounds)}`}, ${contestant.name}`,
      );
      const measured = await measureRound(bench, load, contestant);
      if (round > 0) rounds.get(contestant.name)?.push(measured);
    }
  }
  const bytes = await compareAccepted(
    contestants.flatMap(({ name, deployment: at }) => (at === null ? [] : [{ name, deployment: at }])),
  );
  const rows = contestants.map((contestant) => toRow(contestant, rounds.get(contestant.name) ?? [], bytes.get(contestant.name)));
  for (const { api } of contestants) await api.program.stop();
  await load.stop();
  const goals = GOALS.map(({ floor, least }) => toGoal(rows, engine, FLOOR_NAMES[floor], least));
  return { rows, goals: [...goals, ...rows.filter(({ name }) => name === SENDOFF).map((row) => memoryGoal('API', row))] };
}

async function startFloor({ workplace, servers }: Bench, engine: EngineName, mode: FloorMode): Promise<Contestant> {
  const deployment = await createDeployment(servers, `floor ${mode}`, engine);
  const program = startProgram(workplace, {
    name: `floor ${mode}, ${engine}`,
    file: 'bench/dist/programs/floor-api.js',
    args: [JSON.stringify({ ...deployment, mode })],
  });
  const origin = await program.ask<string>('origin');
  return {
    name: FLOOR_NAMES[mode],
    engine,
    api: { program, origin, key: 'none' },
    deployment: mode === 'bare' ? null : deployment,
  };
}

interface Round {
  readonly rate: number;
  readonly cpu: Record<string, number>;
  readonly latency: LoadResult['latency'];
}

async function measureRound({ servers, amounts }: Bench, load: Program, { name, api, deployment }: Contestant): Promise<Round> {
  if (deployment !== null) await emptyDeployment(deployment);
  const { postgres, redis } = servers;
  const spent = meterCpu({
    program: api.program.pid,
    postgres: postgres.pid,
    ...(redis !== undefined && { redis: redis.pid }),
    load: load.pid,
  });
  const { origin, key } = api;
  const order = { origin, key, connections: amounts.connections, count: amounts.acceptEmails };
  const result = await load.ask<LoadResult>('run', order);
  const seconds = spent();
  if (result.refused > 0) throw new Error(`${String(result.refused)} emails were not accepted`);
  if (deployment !== null) await waitForJobs(name, deployment, result.accepted);
  return { rate: result.accepted / result.seconds, cpu: perEmail(seconds, result.accepted), latency: result.latency };
}

/** Jobs are created after the response; soon there must be one for each email. */
async function waitForJobs(name: string, deployment: Deployment, accepted: number): Promise<void> {
  const count = name === SENDOFF ? countEnqueuedEmails : countWaitingJobs;
  await waitUntil(
    `jobs for ${String(accepted)} emails in the queue`,
    ENQUEUE_LIMIT_MS,
    async () => (await count(deployment, accepted + 1)) === accepted,
  );
}

function toRow({ name, engine, api }: Contestant, rounds: readonly Round[], bytes: number | undefined): Row {
  const middle = (pick: (round: Round) => number): number => summarise(rounds.map(pick)).median;
  return {
    name,
    engine,
    values: rounds.map(({ rate }) => rate),
    cpu: Object.fromEntries(
      Object.keys(rounds[0]?.cpu ?? {}).map((process) => [process, middle(({ cpu }) => cpu[process] ?? 0)]),
    ),
    peak: { program: readPeakMemory(api.program.pid) },
    also: {
      'latency p50, ms': middle(({ latency }) => latency.p50),
      'latency p99, ms': middle(({ latency }) => latency.p99),
      ...(bytes !== undefined && { 'octets in tables': Math.round(bytes) }),
    },
  };
}

function toGoal(rows: readonly Row[], engine: EngineName, floor: string, least: number): Goal {
  const valuesOf = (name: string): readonly number[] => rows.find((row) => row.name === name)?.values ?? [];
  const value = summarise(ratios(valuesOf(SENDOFF), valuesOf(floor)));
  return { name: `accept, against: ${floor}`, engine, target: `≥ ${String(least)} ×`, value, met: value.median >= least };
}

const rotate = <Item>(items: readonly Item[], by: number): Item[] =>
  items.map((_, index) => items[(index + by) % items.length] as Item);
