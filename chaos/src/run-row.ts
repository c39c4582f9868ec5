/** One fault on one engine, from an empty database to the verdict. */
import { setTimeout as sleep } from 'node:timers/promises';
import { ReleaseStack } from '@sendoff/devstack';
import type { Fault, Stage } from './faults/fault.ts';
import { runLoad, type Load } from './load/run-load.ts';
import { seededRandom } from './seeded-random.ts';
import { armPrograms } from './stack/arm-programs.ts';
import type { Cluster } from './stack/open-cluster.ts';
import { startStack, type Engine, type Stack } from './stack/start-stack.ts';
import { judge, type Figures, type Verdict } from './verdict/judge.ts';

/** What is to be run. */
export interface RowPlan {
  readonly fault: Fault;
  readonly engine: Engine;
  readonly seed: number;
  readonly emails: number;
  readonly logFile: string;
}

/** What came of it. */
export interface RowResult {
  readonly fault: string;
  readonly title: string;
  readonly engine: Engine;
  readonly seed: number;
  readonly figures: Figures;
  /** Emails of requests without an answer; they may have been kept or not, and were not repeated. */
  readonly unanswered: number;
  readonly seconds: number;
  readonly notes: readonly string[];
  /** None when the promise was kept. */
  readonly problems: readonly string[];
  readonly logFile: string;
}

/** How long all may take once the world is whole again: a lease, sweeps, and the delays after trouble with a relay. */
const TIMEOUT_MS = 150_000;
const POLL_MS = 250;
/** Between the final dot and its reply, so that at any moment some messages are between the two. */
const DEFAULT_SINK = { thinkMs: 20 };

/** Runs it; what goes wrong on the way is a problem of the row. Rejects only when it is aborted. */
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
    await releases.release().catch((error: unknown) => problems.push(`not everything could be stopped: ${String(error)}`));
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

/** Waits until no email in the table is open, the ones included that were kept without the client hearing of it. */
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
  if (crash !== undefined && deaths === 0) fail('nothing crashed, so nothing was proven');
}

async function noteActs({ sink }: Stack, { sink: behaviour }: Fault, { note, fail }: Say): Promise<void> {
  if (behaviour?.rules === undefined && behaviour?.mayVanish !== true) return;
  const acts = await sink.countActs();
  note(`${String(acts)} times at the relay`);
  if (acts === 0) fail('nothing went wrong at the relay, so nothing was proven');
}

/** SIGTERM must be enough, whatever they have been through. Only then does the sink hear nothing more. */
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
