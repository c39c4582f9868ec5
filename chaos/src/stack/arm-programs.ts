/** Makes programs crash at a chosen milestone, without any code for it in the programs. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CrashPoint } from '../faults/fault.ts';
import type { Random } from '../seeded-random.ts';
import type { Armament } from './keep-program.ts';
import type { StackPlan } from './start-stack.ts';

/** The relative path is the same from `src` and from `dist`. */
const PRELOAD = pathToFileURL(resolve(import.meta.dirname, '../../preload/crash-at.js')).href;

/** The number of starts of each program that end in a crash. */
const CRASHES = 2;

/** The file with the ids of the emails that crash every worker. */
export const poisonFileOf = (logFile: string): string => `${logFile}.poison`;

/** The crash settings for each start of a program: the first starts crash at an email number chosen by the seed. */
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
