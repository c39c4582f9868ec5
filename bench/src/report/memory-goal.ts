import { summarise } from '../statistics/summarise.ts';
import type { Goal, Row } from './result.ts';

const MEGABYTE = 1024 * 1024;
/** The limit of a program's resident memory under a load of small emails, in megabytes. */
const MAX_MEGABYTES = 160;

/** The goal for the peak memory of a program. */
export function memoryGoal(program: string, { engine, peak = {} }: Row): Goal {
  const value = (peak['program'] ?? 0) / MEGABYTE;
  return {
    name: `peak memory of the ${program}, MB`,
    engine,
    target: `≤ ${String(MAX_MEGABYTES)}`,
    value: summarise([value]),
    met: value <= MAX_MEGABYTES,
  };
}
