/** Runs one fault on one engine, from an empty database to the verdict. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ReleaseStack } from '@sendoff/devstack';
import type { Fault, Stage } from './faults/fault.ts';
import { runLoad, type Load } from './load/run-load.ts';
import { seededRandom } from './seeded-random.ts';
import { armPrograms } from './stack/arm-programs.ts';
import type { Cluster } from './stack/open-cluster.ts';
import type { Engine } from './stack/engine.ts';
import { startStack, type Stack } from './stack/start-stack.ts';
import { judge, type Figures, type Verdict } from './verdict/judge.ts';

export interface RowPlan {
  readonly fault: Fault;
  readonly engine: Engine;
  readonly seed: number;
  readonly emails: number;
  readonly logFile: string;
}

/** The result of a row. */
export interface RowResult {
  readonly fault: string;
  readonly title: string;
  readonly engine: Engine;
  readonly seed: number;
  readonly figures: Figures;
  /** Emails of requests without a response that were not repeated; they may or may not be stored. */
  readonly unanswered: number;
  readonly seconds: number;
  readonly notes: readonly string[];
  /** Empty when the row passed. */
  readonly problems: readonly string[];
  readonly logFile: string;
}

/** Milliseconds for everything to finish after the fault: a lease, the sweeps and the retry delays after a relay failure. */
const TIMEOUT_MS = 150_000;
const POLL_MS = 250;
/** The sink waits before it replies to the final dot, so that a crash is likely to hit messages in that state. */
const DEFAULT_SINK = { thinkMs: 20 };

/** Runs a row. An error becomes a problem of the result; rejects only when aborted. */
export async function runRow(plan: RowPlan, cluster: Cluster, signal: AbortSignal): Promise<RowResult> {
  const began = performance.now();
  const releases = new ReleaseStack();
  const notes: string[] = [];
  const problems: string[] = [];
  let outcome = { figures: NO_FIGURES, unanswered: 0 };
  try {
    outcome = await play(plan, cluster, signal, releases, {
      note: (text) => notes.push(text),
      fail: (text) => problems.push(text),
    });
  } catch (error) {
    problems.push(error instanceof Error ? error.message : String(error));
  } finally {
    await releases.release().catch((error: unknown) => problems.push(`cleanup failed: ${String(error)}`));
  }
  signal.throwIfAborted();
  const { fault, engine, seed, logFile } = plan;
  const seconds = (performance.now() - began) / 1000;
  return { fault: fault.name, title: fault.title, engine, seed, ...outcome, seconds, notes, problems, logFile };
}

const NO_FIGURES: Figures = { accepted: 0, recipients: 0, delivered: 0, refused: 0, lost: 0, duplicated: 0, inDoubt: 0 };

type Say = Pick<Stage, 'note' | 'fail'>;

async function play(
  { fault, engine, seed, emails, logFile }: RowPlan,
  cluster: Cluster,
  signal: AbortSignal,
  releases: ReleaseStack,
  say: Say,
): Promise<{ figures: Figures; unanswered: number }> {
  const random = seededRandom(seed, fault.name, engine);
  const stack = await startStack(
    {
      engine,
      cluster,
      apis: fault.apis ?? 1,
      workersWait: fault.workersWait ?? false,
      settings: fault.settings ?? {},
      sink: fault.sink ?? DEFAULT_SINK,
      isRedisReplicated: fault.isRedisReplicated ?? false,
      seed: `${String(seed)}-${fault.name}-${engine}`,
      armed: armPrograms(fault.crash, emails, random, logFile),
      logFile,
      signal,
    },
    releases,
  );
  const { apiUrls: urls, apiKey } = stack;
  const load = runLoad({
    urls,
    apiKey,
    emails,
    perSecond: fault.perSecond?.(emails),
    batch: fault.batch,
    name: `chaos-${String(seed)}`,
    signal,
  });
  const doomed = new Set<string>();
  const stage: Stage = {
    stack,
    load,
    emails,
    random,
    signal,
    ...say,
    doom: (emailId) => doomed.add(emailId),
    delivered: (part) => stack.sink.waitFor(emails * part, signal),
    pause: async (ms) => sleep(ms, undefined, { signal }),
  };
  await Promise.all([fault.inject?.(stage), load.done]);

  const stillOpen = await untilFinal(stack, fault.patienceMs ?? TIMEOUT_MS, signal);
  if (stillOpen !== undefined) say.fail(`not finished in time: ${stillOpen}`);
  noteDeaths(stack, fault, say);
  await noteActs(stack, fault, say);
  await stopPrograms(stack, say);
  const { figures, problems } = await compare(stack, load, fault, doomed);
  for (const problem of problems) say.fail(problem);
  return { figures, unanswered: load.unanswered() };
}

/** Waits until every email in the table is finished, including those stored without a response reaching the client. */
async function untilFinal({ tables }: Stack, patienceMs: number, signal: AbortSignal): Promise<string | undefined> {
  const deadline = performance.now() + patienceMs;
  while ((await tables.countOpen()) !== 0) {
    if (performance.now() > deadline) return tables.describe();
    await sleep(POLL_MS, undefined, { signal });
  }
  return undefined;
}

function noteDeaths({ apis, workers }: Stack, { crash }: Fault, { note, fail }: Say): void {
  const deaths = [...apis, ...workers].reduce((sum, program) => sum + program.deaths(), 0);
  if (deaths > 0) note(`${String(deaths)} deaths of processes`);
  if (crash !== undefined && deaths === 0) fail('no process crashed, so the fault was not tested');
}

async function noteActs({ sink }: Stack, { sink: behaviour }: Fault, { note, fail }: Say): Promise<void> {
  if (behaviour?.rules === undefined && behaviour?.mayVanish !== true) return;
  const acts = await sink.countActs();
  note(`${String(acts)} faults at the relay`);
  if (acts === 0) fail('no fault occurred at the relay, so it was not tested');
}

/** SIGTERM must be enough to stop every program. Afterwards the sink receives nothing more. */
async function stopPrograms({ apis, workers }: Stack, { fail }: Say): Promise<void> {
  await Promise.all(
    [...apis, ...workers].map(async (program) => {
      const how = await program.stop();
      if (how !== 'with exit code 0') fail(`${program.name} ended ${how} after SIGTERM`);
    }),
  );
}

async function compare(stack: Stack, load: Load, fault: Fault, doomed: ReadonlySet<string>): Promise<Verdict> {
  const [kept, delivered] = await Promise.all([stack.tables.readAll(), stack.sink.report()]);
  return judge({
    accepted: load.accepted,
    kept,
    delivered,
    mayBeRefused: (emailId, recipient) => doomed.has(emailId) || (fault.refuses?.(recipient) ?? false),
  });
}
