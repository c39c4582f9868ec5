import { GOALS } from '../limits.ts';
import type { AttackResult } from '../run-attack.ts';

/** Which goals an attack made the bystander miss, in words; none when it noticed less than that. */
export function missedGoals({ accept, toRelay, recoveryMs }: AttackResult): string[] {
  return [
    ...exceeds('accept by HTTP', accept.http.p99, GOALS.acceptMs),
    ...exceeds('accept by SMTP', accept.smtp.p99, GOALS.acceptMs),
    ...exceeds('accept to relay', toRelay.p99, GOALS.toRelayMs),
    ...exceeds('recovery', recoveryMs ?? Number.POSITIVE_INFINITY, GOALS.recoveryMs),
  ];
}

/** What could not be measured, because no email was accepted, is missed too. */
const exceeds = (what: string, ms: number, goal: number): string[] =>
  ms <= goal ? [] : [`${what} ${formatMs(ms)}, of ${formatMs(goal)}`];

/** Such as `12 ms` or `3.4 s`; `none` for what could not be measured or never came. */
export function formatMs(ms: number | null): string {
  if (ms === null || !Number.isFinite(ms)) return 'none';
  return ms < 1000 ? `${ms.toFixed(0)} ms` : `${(ms / 1000).toFixed(1)} s`;
}
