import { summarise } from '../statistics/summarise.ts';
import type { Goal, Row } from './result.ts';

const MEGABYTE = 1024 * 1024;
/** What a program may have resident at most under a load of small emails, in megabytes. */
const MAX_MEGABYTES = 160;

/** Whether the program of a row has stayed within the limit. */
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
