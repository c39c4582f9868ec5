/** `docs/fairness-evidence.md`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Machine } from '@sendoff/chaos/machine';
import { markdownTable } from '@sendoff/tooling/generated-file';
import { repositoryRoot } from '@sendoff/devstack';
import { ATTACKS } from '../attacks/index.ts';
import { BYSTANDER_RATE } from '../bystander/start-bystander.ts';
import { GOALS } from '../limits.ts';
import type { AttackResult, Times } from '../run-attack.ts';
import { formatMs, missedGoals } from './missed-goals.ts';

/** A result, and what it was measured on. */
export interface EvidenceRow extends AttackResult {
  readonly machine: Machine;
}

/** Where it is, from the root. */
export const EVIDENCE = 'docs/fairness-evidence.md';

/** Writes it, where every attack was made. Returns what happened, in words. */
export function writeEvidence(rows: readonly EvidenceRow[]): string {
  const missing = ATTACKS.map(({ name }) => name).filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0) return `${EVIDENCE} is left as it is: not made: ${missing.join(', ')}.`;
  writeFileSync(join(repositoryRoot(), EVIDENCE), formatEvidence(rows));
  return `${EVIDENCE} is written.`;
}

/** The page. */
export function formatEvidence(rows: readonly EvidenceRow[]): string {
  return `# What others notice of an attack

<!-- Written by \`pnpm hostile --write-docs\`. -->

Each row is an attack on the built programs (API, worker, SMTP), with PostgreSQL, Redis and a relay on the same machine. The
attacker has keys of its own, connects from another address unless the row says otherwise, and runs behind the programs in turn for the
processors. Meanwhile a **bystander** with another key sends ${String(BYSTANDER_RATE.http)} emails a second over HTTP and
${String(BYSTANDER_RATE.smtp)} over SMTP. The times are the bystander's, for the emails that it began during the attack, as p50 / p99: until its email was
accepted, and from there until it was at the relay. The worst of few SMTP messages is their p99.

The goals: accepted within ${formatMs(GOALS.acceptMs)} (p99), at the relay within ${formatMs(GOALS.toRelayMs)} of that (p99), every answer a success,
every email at the relay once, and a fresh request of every kind works within ${formatMs(GOALS.recoveryMs)} of the end of the attack. [Fair shares](fairness.md) says
how. ${verdictLine(rows)}

${markdownTable(
  [
    'attack',
    'accept, HTTP',
    'accept, SMTP',
    'to the relay',
    'refused',
    'peak MB: API, worker, SMTP',
    'recovered after',
    'goals met',
  ],
  rows.map((row) => [
    row.title,
    pair(row.accept.http),
    pair(row.accept.smtp),
    pair(row.toRelay),
    String(Object.values(row.refused).reduce((sum, count) => sum + count, 0)),
    Object.values(row.peakMemory).join(', '),
    formatMs(row.recoveryMs),
    verdictOf(row),
  ]),
)}

## Measured on

${machines(rows)}
`;
}

const pair = ({ p50, p99 }: Times): string => `${formatMs(p50)} / ${formatMs(p99)}`;

const amiss = (row: EvidenceRow): string[] => [...row.problems, ...missedGoals(row)];

const verdictOf = (row: EvidenceRow): string => (amiss(row).length === 0 ? 'yes' : `**no**: ${amiss(row).join('; ')}`);

function verdictLine(rows: readonly EvidenceRow[]): string {
  const failed = rows.filter((row) => amiss(row).length > 0).length;
  return failed === 0
    ? `All ${String(rows.length)} attacks meet them.`
    : `${String(failed)} of ${String(rows.length)} attacks do not meet them.`;
}

/** Each machine and version once, with the attacks that ran there where there are several. */
function machines(rows: readonly EvidenceRow[]): string {
  const names = new Map<string, string[]>();
  for (const { machine, name, seconds } of rows) {
    const { processor, memory, system, sendoff, node, postgres, redis } = machine;
    const text = `${processor}, ${memory}, ${system}; Sendoff ${sendoff}, Node.js ${node}, PostgreSQL ${postgres}, Redis ${redis}; ${String(seconds)} s for each attack`;
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  return [...names].map(([text, attacks]) => `- ${text}${names.size > 1 ? `: ${attacks.join(', ')}` : ''}`).join('\n');
}
