/** Formats results for the terminal. */
import { summarise } from '../statistics/summarise.ts';
import { formatNumber, formatTable } from './format-table.ts';
import type { Goal, PartResult, Row } from './result.ts';

/** The table and goals of one part. */
export function printResult(result: PartResult): string {
  const { title, unit, rows, goals } = result;
  const sections = [`${title} (${unit}; median, minimum and maximum of the rounds)`, formatTable(toCells(rows))];
  if (goals.length > 0) sections.push(goals.map(describeGoal).join('\n'));
  return sections.join('\n\n');
}

/** Rows as cells with headings; columns without any value are left out. */
export function toCells(rows: readonly Row[]): string[][] {
  const cpuNames = unique(rows.flatMap(({ cpu = {} }) => Object.keys(cpu)));
  const peakNames = unique(rows.flatMap(({ peak = {} }) => Object.keys(peak)));
  const alsoNames = unique(rows.flatMap(({ also = {} }) => Object.keys(also)));
  const hasEngines = rows.some(({ engine }) => engine !== undefined);
  const headings = [
    'what',
    ...(hasEngines ? ['engine'] : []),
    'median',
    'min–max',
    ...cpuNames.map((name) => `CPU ${name}, µs`),
    ...peakNames.map((name) => `peak ${name}, MB`),
    ...alsoNames,
  ];
  const lines = rows.map(({ name, engine, values, cpu = {}, peak = {}, also = {} }) => {
    const { median, least, most } = summarise(values);
    return [
      name,
      ...(hasEngines ? [engine ?? ''] : []),
      formatNumber(median),
      `${formatNumber(least)}–${formatNumber(most)}`,
      ...cpuNames.map((process) => formatNumber(cpu[process])),
      ...peakNames.map((process) => formatNumber(megabytes(peak[process]))),
      ...alsoNames.map((key) => (typeof also[key] === 'string' ? also[key] : formatNumber(also[key]))),
    ];
  });
  return [headings, ...lines];
}

/** A goal as one line. */
export function describeGoal({ name, engine, target, value, met }: Goal): string {
  const { median, least, most } = value;
  const where = engine === undefined ? '' : ` (${engine})`;
  const spread = least === most ? '' : `, rounds ${formatNumber(least)}–${formatNumber(most)}`;
  return `${met ? 'met    ' : 'NOT MET'}  ${name}${where}: ${formatNumber(median)}, goal ${target}${spread}`;
}

const megabytes = (octets: number | undefined): number | undefined => (octets === undefined ? undefined : octets / 1024 / 1024);
const unique = (names: readonly string[]): string[] => [...new Set(names)];
