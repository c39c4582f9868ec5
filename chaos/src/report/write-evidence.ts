/** Writes `docs/crash-evidence.md`. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@sendoff/devstack';
import type { Figures } from '../verdict/judge.ts';
import type { EvidenceRow } from './evidence-row.ts';

/** Relative to the repository root. */
export const EVIDENCE = 'docs/crash-evidence.md';

export function writeEvidence(results: readonly EvidenceRow[]): void {
  writeFileSync(join(repositoryRoot(), EVIDENCE), formatEvidence(results));
}

/** The content of the page: a row for each fault and engine, added up over the seeds. */
export function formatEvidence(results: readonly EvidenceRow[]): string {
  const [first] = results;
  if (first === undefined) throw new RangeError('There are no rows to write about');
  const { machine } = first;
  const groups = groupBy(results, ({ fault, engine }) => `${fault} ${engine}`);
  return [
    '# Crash evidence',
    '',
    '<!-- Written by `pnpm chaos --write-docs`. -->',
    '',
    'Each row runs the built programs (an API and two workers) with their own PostgreSQL (`fsync` on) and Redis. Clients',
    'submit emails while the fault happens, and an SMTP server counts the messages it receives, by Message-ID and recipient, at',
    'the final dot. **Lost** is a set difference: the recipients of all emails accepted with 2xx, minus those whose message',
    'arrived and those that the relay of the row permanently rejects. **Duplicated** counts deliveries beyond the first; a row',
    'fails unless each of them belongs to an email with an attempt recorded as **in doubt**.',
    '[Decision 13](decisions/0013-reliability-tests.md) describes the method.',
    '',
    `The seed determines the moments of a fault. Each row ran once for each of its seeds; its figures are the totals. ${verdictLine(results)}`,
    '',
    '| fault | queue | seeds | emails accepted | recipients | delivered | refused | lost | duplicated | in doubt |',
    '| --- | --- | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |',
    ...[...groups.values()].map(formatGroup),
    '',
    '## Measurements',
    '',
    ...measured(results),
    '',
    '## Environment',
    '',
    ...versions(results),
    `- ${machine.processor}, ${machine.memory}, ${machine.system}; everything on one machine, several rows in parallel`,
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

/** Notes that only count the injected faults; they are not measurements. */
const COUNTS = /^\d+ (deaths of processes|(times|faults) at the relay)$/;

/** The measurements of each result. */
function measured(results: readonly EvidenceRow[]): string[] {
  return results.flatMap(({ title, engine, seed, notes }) =>
    notes.filter((note) => !COUNTS.test(note)).map((note) => `- ${title} (${engine}, seed ${String(seed)}): ${note}`),
  );
}

/** Lists which results belong to which version, because a failed row may have been fixed and run again. */
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
