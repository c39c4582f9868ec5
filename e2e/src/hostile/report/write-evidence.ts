/** Writes `docs/fairness-evidence.md`. */
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

/** A result with the environment it was measured in. */
export interface EvidenceRow extends AttackResult {
  readonly machine: Machine;
}

/** Relative to the repository root. */
export const EVIDENCE = 'docs/fairness-evidence.md';

/** Writes the page if there is a result for every attack. Returns a message for the terminal. */
export function writeEvidence(rows: readonly EvidenceRow[]): string {
  const missing = ATTACKS.map(({ name }) => name).filter((name) => !rows.some((row) => row.name === name));
  if (missing.length > 0) return `${EVIDENCE} was not written. Missing attacks: ${missing.join(', ')}.`;
  writeFileSync(join(repositoryRoot(), EVIDENCE), formatEvidence(rows));
  return `Wrote ${EVIDENCE}.`;
}

/** The content of the page. */
export function formatEvidence(rows: readonly EvidenceRow[]): string {
  return `# Fairness evidence

<!-- Written by \`pnpm hostile --write-docs\`. -->

Each row is an attack on the built programs (API, worker, SMTP), with PostgreSQL, Redis and a relay on the same machine. The
attacker has its own keys, connects from another address unless the row says otherwise, and has a lower CPU priority than the
programs. Meanwhile a **bystander** with another key sends ${String(BYSTANDER_RATE.http)} emails a second over HTTP and ${String(BYSTANDER_RATE.smtp)} over SMTP. The times
are those of the bystander's emails sent during the attack, as p50 / p99: until the email was accepted, and from acceptance
until it reached the relay. With few SMTP messages, their p99 is the slowest.

The goals: accepted within ${formatMs(GOALS.acceptMs)} (p99), at the relay within ${formatMs(GOALS.toRelayMs)} of acceptance (p99), every response a success, every email at the
relay exactly once, and new requests of every kind work within ${formatMs(GOALS.recoveryMs)} after the end of the attack. [Fair shares](fairness.md)
describes the limits. ${verdictLine(rows)}

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

## Environment

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

/** Lists each machine and version, with its attacks if there are several. */
function machines(rows: readonly EvidenceRow[]): string {
  const names = new Map<string, string[]>();
  for (const { machine, name, seconds } of rows) {
    const { processor, memory, system, sendoff, node, postgres, redis } = machine;
    const text = `${processor}, ${memory}, ${system}; Sendoff ${sendoff}, Node.js ${node}, PostgreSQL ${postgres}, Redis ${redis}; ${String(seconds)} s for each attack`;
    names.set(text, [...(names.get(text) ?? []), name]);
  }
  return [...names].map(([text, attacks]) => `- ${text}${names.size > 1 ? `: ${attacks.join(', ')}` : ''}`).join('\n');
}
