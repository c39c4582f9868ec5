/** Makes programs end themselves at a chosen moment; the programs know nothing of it. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CrashPoint } from '../faults/fault.ts';
import type { Random } from '../seeded-random.ts';
import type { Armament } from './keep-program.ts';
import type { StackPlan } from './start-stack.ts';

/** The same file seen from `src` and from `dist`. */
const PRELOAD = pathToFileURL(resolve(import.meta.dirname, '../../preload/crash-at.js')).href;

/** So many starts of one program end in a crash. */
const CRASHES = 2;

/** Where the ids of emails are written at which every worker dies. */
export const poisonFileOf = (logFile: string): string => `${logFile}.poison`;

/** What each start of a program is armed with: the first ones crash at an email whose number the seed chooses. */
export function armPrograms(point: CrashPoint | undefined, emails: number, random: Random, logFile: string): StackPlan['armed'] {
  if (point === undefined) return () => undefined;
  const variables = { CHAOS_CRASH_AT: point.channel };
  const arm = (more: Record<string, string>): Armament => ({ preload: PRELOAD, variables: { ...variables, ...more } });
  if (point.poison === true) {
    writeFileSync(poisonFileOf(logFile), '');
    return (program) => (program === point.program ? arm({ CHAOS_CRASH_EMAILS: poisonFileOf(logFile) }) : undefined);
  }
  const nth = Array.from({ length: CRASHES * 2 }, () => random.between(Math.ceil(emails * 0.02), Math.ceil(emails * 0.15)));
  return (program, which, start) => {
    if (program !== point.program || start >= CRASHES) return undefined;
    return arm({ CHAOS_CRASH_NTH: String(nth[which * CRASHES + start] ?? 1) });
  };
}
