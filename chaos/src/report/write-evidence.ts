/** `docs/crash-evidence.md`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@sendoff/devstack';
import type { Figures } from '../verdict/judge.ts';
import type { EvidenceRow } from './evidence-row.ts';

/** Where it is, from the root. */
export const EVIDENCE = 'docs/crash-evidence.md';

/** Writes it. */
export function writeEvidence(results: readonly EvidenceRow[]): void {
  writeFileSync(join(repositoryRoot(), EVIDENCE), formatEvidence(results));
}

/** The page: a row for each fault and engine, summed up over the seeds. */
export function formatEvidence(results: readonly EvidenceRow[]): string {
  const [first] = results;
  if (first === undefined) throw new RangeError('There are no rows to write about');
  const { machine } = first;
  const groups = groupBy(results, ({ fault, engine }) => `${fault} ${engine}`);
  return [
    '# What is lost when things break',
    '',
    '<!-- Written by `pnpm chaos --write-docs`. -->',
    '',
    'Each row runs the built programs (API, two workers) as processes of their own, on a PostgreSQL and a Redis of their own,',
    'with `fsync` on. Clients submit emails while the fault happens, and an SMTP server counts what arrives, by Message-ID and',
    'recipient, at the final dot. **Lost** is a difference of sets: recipients of emails that were answered with 2xx, without',
    'those whose message arrived and those that were refused for good where the row has a relay that refuses. **Duplicated**',
    'counts deliveries beyond the first; each of them belongs to an email with an attempt that the ledger records as **in',
    'doubt**, else the row fails. [Decision 13](decisions/0013-reliability-tests.md) says how it is made.',
    '',
    `A seed chooses the moments of a fault. Each row ran once for each seed that it names; its figures are the sums. ${verdictLine(results)}`,
    '',
    '| fault | queue | seeds | emails accepted | recipients | delivered | refused | lost | duplicated | in doubt |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...[...groups.values()].map(formatGroup),
    '',
    '## Measured on the way',
    '',
    ...measured(results),
    '',
    '## On',
    '',
    ...versions(results),
    `- ${machine.processor}, ${machine.memory}, ${machine.system}; everything on this one machine, several rows at once`,
    `- Node.js ${machine.node}, PostgreSQL ${machine.postgres}, Redis ${machine.redis}`,
    '',
  ].join('\n');
}

function groupBy<Key>(results: readonly EvidenceRow[], keyOf: (row: EvidenceRow) => Key): Map<Key, EvidenceRow[]> {
  const groups = new Map<Key, EvidenceRow[]>();
  for (const result of results) {
    const key = keyOf(result);
    groups.set(key, [...(groups.get(key) ?? []), result]);
  }
  return groups;
}

function formatGroup(rows: readonly EvidenceRow[]): string {
  const sum = (field: keyof Figures): string => String(rows.reduce((total, { figures }) => total + figures[field], 0));
  const [first] = rows;
  const fields = ['accepted', 'recipients', 'delivered', 'refused', 'lost', 'duplicated', 'inDoubt'] as const;
  const queue = first?.engine === 'redis' ? 'Redis' : 'PostgreSQL';
  const seeds = rows.map(({ seed }) => seed).join(', ');
  return `| ${first?.title ?? ''} | ${queue} | ${seeds} | ${fields.map(sum).join(' | ')} |`;
}

function verdictLine(results: readonly EvidenceRow[]): string {
  const failed = results.filter(({ problems }) => problems.length > 0).length;
  return failed === 0
    ? `All ${String(results.length)} runs passed.`
    : `${String(failed)} of ${String(results.length)} runs failed.`;
}

/** Counts of what went wrong, which tell that something did, and no more. */
const COUNTS = /^\d+ (deaths of processes|times at the relay)$/;

/** What the rows noted, but for what every row may note. */
function measured(results: readonly EvidenceRow[]): string[] {
  return results.flatMap(({ title, engine, seed, notes }) =>
    notes.filter((note) => !COUNTS.test(note)).map((note) => `- ${title} (${engine}, seed ${String(seed)}): ${note}`),
  );
}

/** Which rows ran with which version, for a row that failed may have been mended and run again. */
function versions(results: readonly EvidenceRow[]): string[] {
  const all = groupBy(results, ({ seed }) => seed);
  const byVersion = groupBy(results, ({ machine, day }) => `${day}, Sendoff ${machine.sendoff}`);
  return [...byVersion].map(([version, rows]) => {
    const seeds = [...groupBy(rows, ({ seed }) => seed)].map(([seed, ran]) => {
      if (ran.length === all.get(seed)?.length) return `seed ${String(seed)}`;
      return `of seed ${String(seed)} ${ran.map(({ fault, engine }) => `${fault} (${engine})`).join(', ')}`;
    });
    return `- ${version}: ${seeds.join('; ')}`;
  });
}
