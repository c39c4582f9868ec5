/** `docs/crash-evidence.md`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@sendoff/embedded';
import { type RowResult } from '../run-row.ts';
import { type Figures } from '../verdict/judge.ts';
import { type Machine } from './describe-machine.ts';

/** Where it is, from the root. */
export const EVIDENCE = 'docs/crash-evidence.md';

/** Writes it. */
export function writeEvidence(results: readonly RowResult[], machine: Machine, date: Date): void {
  writeFileSync(join(repositoryRoot(), EVIDENCE), formatEvidence(results, machine, date));
}

/** The page: a row for each fault and engine, summed up over the seeds. */
export function formatEvidence(results: readonly RowResult[], machine: Machine, date: Date): string {
  const seeds = [...new Set(results.map(({ seed }) => seed))];
  const groups = groupRows(results);
  return [
    '# What is lost when things break',
    '',
    `<!-- Written by \`pnpm chaos --seeds ${seeds.join(',')} --write-docs\`. -->`,
    '',
    'Each row runs the built programs (API, two workers) as processes of their own, on a PostgreSQL and a Redis of their own,',
    'with `fsync` on. Clients submit emails while the fault happens, and an SMTP server counts what arrives, by Message-ID and',
    'recipient, at the final dot. **Lost** is a difference of sets: recipients of emails that were answered with 2xx, without',
    'those whose message arrived and those that were refused for good where the row has a relay that refuses. **Duplicated**',
    'counts deliveries beyond the first; each of them belongs to an email with an attempt that the ledger records as **in',
    'doubt**, else the row fails. [Decision 13](decisions/0013-how-the-proof-is-made.md) says how it is made.',
    '',
    `Each row ran once for each of the seeds ${seeds.join(', ')}; its figures are the sums. ${verdictLine(results)}`,
    '',
    '| fault | queue | emails accepted | recipients | delivered | refused | lost | duplicated | in doubt |',
    '| --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...[...groups.values()].map(formatGroup),
    '',
    '## Measured on the way',
    '',
    ...measured(results),
    '',
    '## On',
    '',
    `- ${date.toISOString().slice(0, 10)}, Sendoff ${machine.sendoff}`,
    `- ${machine.processor}, ${machine.memory}, ${machine.system}; everything on this one machine, several rows at once`,
    `- Node.js ${machine.node}, PostgreSQL ${machine.postgres}, Redis ${machine.redis}`,
    '',
  ].join('\n');
}

function groupRows(results: readonly RowResult[]): Map<string, RowResult[]> {
  const groups = new Map<string, RowResult[]>();
  for (const result of results) {
    const key = `${result.fault} ${result.engine}`;
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return groups;
}

function formatGroup(rows: readonly RowResult[]): string {
  const sum = (field: keyof Figures): string => String(rows.reduce((total, { figures }) => total + figures[field], 0));
  const [first] = rows;
  const fields = ['accepted', 'recipients', 'delivered', 'refused', 'lost', 'duplicated', 'inDoubt'] as const;
  return `| ${first?.title ?? ''} | ${first?.engine === 'redis' ? 'Redis' : 'PostgreSQL'} | ${fields.map(sum).join(' | ')} |`;
}

function verdictLine(results: readonly RowResult[]): string {
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  return failed === 0
    ? `All ${String(results.length)} runs passed.`
    : `${String(failed)} of ${String(results.length)} runs failed.`;
}

/** What the rows noted, but for what every row may note. */
function measured(results: readonly RowResult[]): string[] {
  return results.flatMap(({ title, engine, seed, notes }) =>
    notes
      .filter((note) => !note.endsWith('deaths of processes'))
      .map((note) => `- ${title} (${engine}, seed ${String(seed)}): ${note}`),
  );
}
