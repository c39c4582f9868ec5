/** Runs one attack and measures its effect on the bystander. */
import { setTimeout as sleep } from 'node:timers/promises';
import { percentile } from '@sendoff/bench/statistics';
import { waitUntil } from '../testing/wait-until.ts';
import type { Attack } from './attack.ts';
import { openAttacker } from './attacker/open-attacker.ts';
import { openBystander } from './bystander/open-bystander.ts';
import { ACCEPTED, type BystanderEmail } from './bystander/start-bystander.ts';
import { GOALS, memoryBudget } from './limits.ts';
import { checkEveryKind } from './stack/check-every-kind.ts';
import { VICTIMS, type HostileStack, type Victim } from './stack/start-hostile-stack.ts';
import { watchMemory } from './stack/watch-memory.ts';

/** Times in milliseconds. */
export interface Times {
  readonly p50: number;
  readonly p99: number;
}

/** The result of an attack. */
export interface AttackResult {
  readonly name: string;
  readonly title: string;
  readonly seconds: number;
  /** Times until the bystander's emails were accepted, for those sent during the attack. */
  readonly accept: { readonly http: Times; readonly smtp: Times };
  /** Times from acceptance to the relay, for the same emails. */
  readonly toRelay: Times;
  /** The number of the bystander's emails in the whole run. */
  readonly emails: number;
  /** Unsuccessful responses to the bystander, by status, reply code or error. */
  readonly refused: Readonly<Record<string, number>>;
  /** Accepted emails that did not reach the relay, and emails that reached it more than once. */
  readonly lost: number;
  readonly duplicated: number;
  /** Megabytes. */
  readonly peakMemory: Readonly<Record<Victim, number>>;
  /** Milliseconds from the end of the attack until everything worked again; null if it never did. */
  readonly recoveryMs: number | null;
  /** Outcomes counted by the attacker, such as requests answered with 200. */
  readonly attacker: Readonly<Record<string, number>>;
  /** Failures that do not depend on the speed of the machine; empty if the attack passed. */
  readonly problems: readonly string[];
}

const BEFORE_MS = 500;
const AFTER_MS = 500;
const RECOVERY_LIMIT_MS = 60_000;
const ARRIVAL_LIMIT_MS = 60_000;
/** The relay counts as idle after this long without a message. */
const QUIET_MS = 500;
const QUIET_LIMIT_MS = 60_000;

/** Runs an attack for this many seconds, with some time before and after it. */
export async function runAttack(stack: HostileStack, attack: Attack, seconds: number): Promise<AttackResult> {
  const { name, title } = attack;
  const programs = stack.programs();
  const target = await stack.newTarget(name);
  const bystander = await openBystander(stack, `${name}-${String(Date.now())}`);
  const attacker = openAttacker();
  try {
    await sleep(BEFORE_MS);
    const memory = VICTIMS.map((victim) => ({ victim, peak: watchMemory(programs[victim].pid) }));
    const beganAt = Date.now();
    await attacker.begin(name, target);
    await sleep(seconds * 1000);
    const counts = await attacker.stop();
    const endedAt = Date.now();
    await attacker.remove();

    const recovery = await checkEveryKind(stack, `${name}-${String(endedAt)}`, RECOVERY_LIMIT_MS);
    await sleep(AFTER_MS);
    const emails = await bystander.stop();
    const accepted = emails.filter(isAccepted);
    const missing = (): BystanderEmail[] => accepted.filter(({ recipient }) => stack.arrivals.of(recipient).length === 0);
    // Emails that are still missing are counted below.
    await waitUntil('the emails of the bystander', ARRIVAL_LIMIT_MS, () => missing().length === 0).catch(() => undefined);

    const during = emails.filter(({ begunAt }) => begunAt >= beganAt && begunAt < endedAt);
    const toRelayMs = ({ recipient, answeredAt }: BystanderEmail): number =>
      Math.max(0, (stack.arrivals.of(recipient)[0] ?? Number.POSITIVE_INFINITY) - answeredAt);
    const lastNotice = emails
      .filter((email) => email.begunAt >= endedAt)
      .filter((email) => !isAccepted(email) || email.acceptMs > GOALS.acceptMs || toRelayMs(email) > GOALS.toRelayMs)
      .reduce((latest, { answeredAt }) => Math.max(latest, answeredAt - endedAt), 0);
    const figures = {
      emails: emails.length,
      refused: countBy(emails.filter((email) => !isAccepted(email)).map(({ outcome }) => outcome)),
      lost: missing().length,
      duplicated: accepted.filter(({ recipient }) => stack.arrivals.of(recipient).length > 1).length,
      peakMemory: Object.fromEntries(memory.map(({ victim, peak }) => [victim, peak()])) as Record<Victim, number>,
      recoveryMs: recovery.failing.length === 0 ? Math.max(recovery.tookMs, lastNotice) : null,
    };
    return {
      name,
      title,
      seconds,
      accept: {
        http: timesOf(during.filter(({ way }) => way === 'http').map(({ acceptMs }) => acceptMs)),
        smtp: timesOf(during.filter(({ way }) => way === 'smtp').map(({ acceptMs }) => acceptMs)),
      },
      toRelay: timesOf(during.filter(isAccepted).map(toRelayMs)),
      ...figures,
      attacker: counts,
      problems: [
        ...(attack.isHarmless !== true && Object.keys(counts).length === 0 ? ['the attack did nothing'] : []),
        ...Object.entries(figures.refused).map(([outcome, count]) => `${String(count)} emails of the bystander: ${outcome}`),
        ...(figures.lost > 0 ? [`${String(figures.lost)} accepted emails did not reach the relay`] : []),
        ...(figures.duplicated > 0 ? [`${String(figures.duplicated)} emails reached the relay more than once`] : []),
        ...VICTIMS.filter((victim) => programs[victim].hasEnded()).map((victim) => `${victim} exited`),
        ...memoryProblems(figures.peakMemory, attack),
        ...recovery.failing.map((kind) => `does not work after the attack: ${kind}`),
      ],
    };
  } finally {
    await attacker.remove();
    await bystander.remove();
  }
}

/** Waits until the relay receives no more of the attacker's emails, at most a minute. */
export async function waitForQuietRelay({ arrivals }: HostileStack): Promise<void> {
  const deadline = performance.now() + QUIET_LIMIT_MS;
  for (let before = -1; before !== arrivals.count() && performance.now() < deadline;) {
    before = arrivals.count();
    await sleep(QUIET_MS);
  }
}

const isAccepted = ({ way, outcome }: BystanderEmail): boolean => outcome === ACCEPTED[way];

function memoryProblems(peaks: Readonly<Record<Victim, number>>, { hasLargeBodies = false }: Attack): string[] {
  return VICTIMS.filter((victim) => peaks[victim] > memoryBudget(victim, hasLargeBodies)).map(
    (victim) => `${victim} used ${String(peaks[victim])} MB, limit ${String(memoryBudget(victim, hasLargeBodies))}`,
  );
}

function timesOf(values: readonly number[]): Times {
  const sorted = [...values].sort((a, b) => a - b);
  return { p50: percentile(sorted, 50), p99: percentile(sorted, 99) };
}

function countBy(outcomes: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const outcome of outcomes) counts[outcome] = (counts[outcome] ?? 0) + 1;
  return counts;
}
