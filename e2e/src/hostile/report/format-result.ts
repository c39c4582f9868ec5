/** Formats a result for the terminal. */
import type { AttackResult, Times } from '../run-attack.ts';
import { formatMs, missedGoals } from './missed-goals.ts';

/** A line with the verdict, followed by the figures and problems. */
export function formatResult(result: AttackResult): string {
  const { name, seconds, accept, toRelay, emails, peakMemory, recoveryMs, attacker, problems } = result;
  const missed = missedGoals(result);
  const verdict = problems.length + missed.length === 0 ? 'ok  ' : 'FAIL';
  return [
    `${verdict} ${name}, ${String(seconds)} s`,
    `       accept by HTTP ${pair(accept.http)}, by SMTP ${pair(accept.smtp)}; to the relay ${pair(toRelay)} (p50 / p99 of ${String(emails)} emails)`,
    `       peak memory ${Object.entries(peakMemory)
      .map(([victim, megabytes]) => `${victim} ${String(megabytes)} MB`)
      .join(', ')}; recovered after ${formatMs(recoveryMs)}`,
    `       attacker: ${Object.entries(attacker)
      .map(([outcome, count]) => `${outcome} × ${String(count)}`)
      .join(', ')}`,
    ...[...problems, ...missed].map((problem) => `     ! ${problem}`),
  ].join('\n');
}

const pair = ({ p50, p99 }: Times): string => `${formatMs(p50)} / ${formatMs(p99)}`;
