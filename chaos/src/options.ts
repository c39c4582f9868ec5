/** The command line of `pnpm chaos`. */
import { parseArgs } from 'node:util';
import type { Fault } from './faults/fault.ts';
import { FAULTS } from './faults/index.ts';
import { ENGINES, type Engine } from './stack/engine.ts';

/** The parsed options. */
export interface ChaosOptions {
  readonly seeds: readonly number[];
  readonly emails: number;
  readonly faults: readonly Fault[];
  readonly engines: readonly Engine[];
  /** The number of emails of the fault `backlog`. */
  readonly backlog: number;
  readonly parallel: number;
  readonly json: string | undefined;
  /** Files written by `--json`, to report on without running anything. */
  readonly from: readonly string[] | undefined;
  readonly writeDocs: boolean;
  readonly list: boolean;
  readonly help: boolean;
}

/** Results with fewer emails are not published. */
export const LEAST_EMAILS = 2000;

const DEFAULT_BACKLOG = 100_000;

export const USAGE = `Usage: pnpm chaos [options]

  --seed N            the seed of the run (default: 1); the same seed repeats the same run
  --seeds A,B,C       several runs in sequence
  --emails N          emails for each row (default: ${String(LEAST_EMAILS)})
  --faults A,B        only these faults
  --engines A,B       redis, postgres or both (default: both)
  --backlog [=N]      also the fault "backlog", for the first seed, with N emails (default: ${String(DEFAULT_BACKLOG)})
  --parallel N        rows to run in parallel (default: 4)
  --json FILE         writes all results to FILE
  --from A,B          runs nothing and reads the results from these JSON files; a later file replaces rows of an earlier one
  --write-docs        writes docs/crash-evidence.md if every fault was run (the backlog for one seed) and passed
  --list              lists the faults
`;

/** Parses the arguments. Throws an Error with a message for the user. */
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
    throw new Error(`--${name} must be a whole number of at least ${String(least)}, not "${text}".`);
  }
  return value;
}

function oneOf<Named extends { readonly name: string }>(what: string, name: string, all: readonly Named[]): Named {
  const found = all.find((each) => each.name === name);
  if (found === undefined) throw new Error(`Unknown ${what} "${name}". Available: ${all.map((each) => each.name).join(', ')}.`);
  return found;
}
