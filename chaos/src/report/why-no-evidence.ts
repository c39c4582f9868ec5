/** Decides whether results are complete enough to be published. */
import { isDeepStrictEqual } from 'node:util';
import type { Fault } from '../faults/fault.ts';
import { LEAST_EMAILS } from '../options.ts';
import { ENGINES } from '../stack/engine.ts';
import type { EvidenceRow } from './evidence-row.ts';

/** Only complete runs that passed are published. Returns the reason why these cannot be, or undefined. */
export function whyNoEvidence(rows: readonly EvidenceRow[], faults: readonly Fault[]): string | undefined {
  const nameOf = ({ fault, engine, seed }: Pick<EvidenceRow, 'fault' | 'engine' | 'seed'>) =>
    `${fault} on ${engine}, seed ${String(seed)}`;
  const failed = rows.find(({ problems }) => problems.length > 0);
  if (failed !== undefined) return `${nameOf(failed)} failed`;
  const small = rows.find(({ figures }) => figures.accepted < LEAST_EMAILS);
  if (small !== undefined) return `${nameOf(small)} had fewer than ${String(LEAST_EMAILS)} emails`;
  const [first] = rows;
  if (rows.some(({ machine }) => !isDeepStrictEqual({ ...machine, sendoff: '' }, { ...first?.machine, sendoff: '' })))
    return 'the results are not from the same hardware and versions';

  const ran = new Set(rows.map(nameOf));
  const seeds = [...new Set(rows.map(({ seed }) => seed))];
  const missing = faults.flatMap((fault) =>
    (fault.engines ?? ENGINES).flatMap((engine) => {
      const absent = seeds.map((seed) => nameOf({ fault: fault.name, engine, seed })).filter((name) => !ran.has(name));
      // A fault that runs on request takes too long for every seed, so one seed is enough.
      return fault.onDemand === true && absent.length < seeds.length ? [] : absent;
    }),
  );
  return missing.length === 0 && rows.length > 0 ? undefined : `not run: ${missing.join('; ')}`;
}
