/** Formats a result for the terminal. */
import type { RowResult } from '../run-row.ts';

/** One line of figures, followed by the measurements and problems. */
export function formatRow({ fault, engine, seed, figures, unanswered, seconds, notes, problems, logFile }: RowResult): string {
  const { accepted, recipients, delivered, refused, lost, duplicated, inDoubt } = figures;
  const parts = [
    `${String(accepted)} accepted (${String(recipients)} recipients)`,
    `${String(delivered)} delivered`,
    ...(refused > 0 ? [`${String(refused)} refused`] : []),
    `${String(lost)} lost`,
    `${String(duplicated)} duplicated`,
    `${String(inDoubt)} in doubt`,
    ...(unanswered > 0 ? [`${String(unanswered)} unanswered`] : []),
  ];
  const verdict = problems.length === 0 ? 'ok  ' : 'FAIL';
  return [
    `${verdict} ${fault.padEnd(16)} ${engine.padEnd(8)} seed ${String(seed)}: ${parts.join(', ')}; ${seconds.toFixed(0)} s`,
    ...notes.map((note) => `       ${note}`),
    ...problems.map((problem) => `     ! ${problem}`),
    ...(problems.length === 0 ? [] : [`     ! log: ${logFile}`]),
  ].join('\n');
}
