/** The command line of `pnpm chaos`. */
import { parseArgs } from 'node:util';
import type { Fault } from './faults/fault.ts';
import { FAULTS } from './faults/index.ts';
import { ENGINES, type Engine } from './stack/start-stack.ts';

/** What was asked for. */
export interface ChaosOptions {
  readonly seeds: readonly number[];
  readonly emails: number;
  readonly faults: readonly Fault[];
  readonly engines: readonly Engine[];
  /** Emails of the row `backlog`. */
  readonly backlog: number;
  readonly parallel: number;
  readonly json: string | undefined;
  /** Files that `--json` wrote; nothing is run then. */
  readonly from: readonly string[] | undefined;
  readonly writeDocs: boolean;
  readonly list: boolean;
  readonly help: boolean;
}

/** Fewer prove too little to be published. */
export const LEAST_EMAILS = 2000;

const DEFAULT_BACKLOG = 100_000;

export const USAGE = `Usage: pnpm chaos [options]

  --seed N            repeats the run of this number; 1 when left out
  --seeds A,B,C       several runs, one after the other
  --emails N          emails for each row; ${String(LEAST_EMAILS)} when left out
  --faults A,B        only these rows
  --engines A,B       redis, postgres, or both (when left out)
  --backlog [=N]      also the row "backlog", for the first seed, with N emails; ${String(DEFAULT_BACKLOG)} when left out
  --parallel N        rows at once; 4 when left out
  --json FILE         writes all figures there
  --from A,B          runs nothing, and takes the rows of such files; of a row that is in several, the last one
  --write-docs        writes docs/crash-evidence.md, if every row was run, the backlog for one seed, and passed
  --list              lists the rows
`;

/** Reads the arguments. Throws an Error in plain words. */
export function readOptions(args: readonly string[]): ChaosOptions {
  const { values } = parseArgs({
    args: args.map((arg) => (arg === '--backlog' ? `--backlog=${String(DEFAULT_BACKLOG)}` : arg)).filter((arg) => arg !== '--'),
    options: {
      seed: { type: 'string' },
      seeds: { type: 'string' },
      emails: { type: 'string' },
      faults: { type: 'string' },
      engines: { type: 'string' },
      backlog: { type: 'string' },
      parallel: { type: 'string' },
      json: { type: 'string' },
      from: { type: 'string' },
      'write-docs': { type: 'boolean' },
      list: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const withBacklog = values.backlog !== undefined;
  return {
    seeds: (values.seeds ?? values.seed ?? '1').split(',').map((seed) => wholeNumber('seed', seed, 0)),
    emails: wholeNumber('emails', values.emails ?? String(LEAST_EMAILS), 20),
    faults:
      values.faults === undefined
        ? FAULTS.filter(({ onDemand }) => onDemand !== true || withBacklog)
        : values.faults.split(',').map((name) => oneOf('fault', name, FAULTS)),
    engines: (values.engines ?? ENGINES.join(',')).split(',').map((name) => oneOf('engine', name, ENGINE_NAMES).name),
    backlog: wholeNumber('backlog', values.backlog ?? String(DEFAULT_BACKLOG), 100),
    parallel: wholeNumber('parallel', values.parallel ?? '4', 1),
    json: values.json,
    from: values.from?.split(','),
    writeDocs: values['write-docs'] ?? false,
    list: values.list ?? false,
    help: values.help ?? false,
  };
}

const ENGINE_NAMES = ENGINES.map((name) => ({ name }));

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < least) {
    throw new Error(`--${name} wants a whole number of at least ${String(least)}, not "${text}".`);
  }
  return value;
}

function oneOf<Named extends { readonly name: string }>(what: string, name: string, all: readonly Named[]): Named {
  const found = all.find((each) => each.name === name);
  if (found === undefined)
    throw new Error(`There is no ${what} "${name}"; there are: ${all.map((each) => each.name).join(', ')}.`);
  return found;
}
