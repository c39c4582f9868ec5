/** The command line of `pnpm hostile`. */
import { parseArgs } from 'node:util';
import type { Attack } from './attack.ts';
import { ATTACKS, findAttack } from './attacks/index.ts';

/** The parsed options. */
export interface HostileOptions {
  readonly attacks: readonly Attack[];
  readonly seconds: number;
  readonly json: string | undefined;
  /** Files written by `--json`, to report on without running anything. */
  readonly from: readonly string[] | undefined;
  readonly writeDocs: boolean;
  readonly list: boolean;
  readonly help: boolean;
}

const DEFAULT_SECONDS = 12;

export const USAGE = `Usage: pnpm hostile [options]

  --only A,B      only these attacks
  --seconds N     the duration of each attack (default: ${String(DEFAULT_SECONDS)})
  --json FILE     writes all results to FILE
  --from A,B      runs nothing and reads the results from these JSON files; a later file replaces attacks of an earlier one
  --write-docs    writes docs/fairness-evidence.md if every attack was run
  --list          lists the attacks
`;

/** Parses the arguments. Throws an Error with a message for the user. */
export function readOptions(args: readonly string[]): HostileOptions {
  const { values } = parseArgs({
    args: args.filter((arg) => arg !== '--'),
    options: {
      only: { type: 'string' },
      seconds: { type: 'string' },
      json: { type: 'string' },
      from: { type: 'string' },
      'write-docs': { type: 'boolean' },
      list: { type: 'boolean' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  return {
    attacks: values.only === undefined ? ATTACKS : inOrder(values.only.split(',').map(findAttack)),
    seconds: readSeconds(values.seconds ?? String(DEFAULT_SECONDS)),
    json: values.json,
    from: values.from?.split(','),
    writeDocs: values['write-docs'] ?? false,
    list: values.list ?? false,
    help: values.help ?? false,
  };
}

/** Sorts attacks so that those with large bodies come last. */
const inOrder = (chosen: readonly Attack[]): Attack[] => ATTACKS.filter((attack) => chosen.includes(attack));

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1)
    throw new Error(`--seconds must be a whole number of at least 1, not "${text}".`);
  return seconds;
}
