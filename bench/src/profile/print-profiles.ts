/** Summarizes the CPU profiles written by the programs. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@sendoff/devstack';
import { summariseProfile, type CpuProfile, type Share } from './summarise-profile.ts';

const PACKAGES = 20;
const FUNCTIONS = 30;

/** The largest profile of each program in the directory, which is that of the longest run. */
export function printProfiles(directory: string): string {
  const programs = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return programs.map(({ name }) => printProfile(name, join(directory, name))).join('\n');
}

function printProfile(name: string, directory: string): string {
  const profiles = readdirSync(directory)
    .filter((file) => file.endsWith('.cpuprofile'))
    .map((file) => JSON.parse(readFileSync(join(directory, file), 'utf8')) as CpuProfile)
    .sort((a, b) => b.samples.length - a.samples.length);
  const [longest] = profiles;
  if (longest === undefined) return `No profile of ${name}.\n`;
  const { busySeconds, packages, charged, functions } = summariseProfile(longest, repositoryRoot());
  const sections = [
    `Profile of ${name}: ${busySeconds.toFixed(1)} s busy`,
    `Self time by package\n${list(packages, PACKAGES)}`,
    `Self time by package, Node.js's own charged to who asked for it\n${list(charged, PACKAGES)}`,
    `Self time by function\n${list(functions, FUNCTIONS)}`,
  ];
  return `\n${sections.join('\n\n')}\n`;
}

const list = (shares: readonly Share[], most: number): string =>
  shares
    .slice(0, most)
    .map(({ name, percent }) => `${percent.toFixed(1).padStart(5)} %  ${name}`)
    .join('\n');
