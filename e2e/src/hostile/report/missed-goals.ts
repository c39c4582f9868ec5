import { GOALS } from '../limits.ts';
import type { AttackResult } from '../run-attack.ts';

/** Descriptions of the goals that the bystander missed; empty if it met all. */
export function missedGoals({ accept, toRelay, recoveryMs }: AttackResult): string[] {
  return [
    ...exceeds('accept by HTTP', accept.http.p99, GOALS.acceptMs),
    ...exceeds('accept by SMTP', accept.smtp.p99, GOALS.acceptMs),
    ...exceeds('accept to relay', toRelay.p99, GOALS.toRelayMs),
    ...exceeds('recovery', recoveryMs ?? Number.POSITIVE_INFINITY, GOALS.recoveryMs),
  ];
}

/** A goal that could not be measured, because no email was accepted, counts as missed. */
const exceeds = (what: string, ms: number, goal: number): string[] =>
  ms <= goal ? [] : [`${what} ${formatMs(ms)}, goal ${formatMs(goal)}`];

/** For example `12 ms` or `3.4 s`; `none` for a missing or infinite value. */
export function formatMs(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return 'none';
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
