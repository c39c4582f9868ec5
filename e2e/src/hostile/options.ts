/** The command line of `pnpm hostile`. */
import { parseArgs } from 'node:util';
import type { Attack } from './attack.ts';
import { ATTACKS, findAttack } from './attacks/index.ts';

/** What was asked for. */
export interface HostileOptions {
  readonly attacks: readonly Attack[];
  readonly seconds: number;
  readonly json: string | undefined;
  /** Files that `--json` wrote; nothing is run then. */
  readonly from: readonly string[] | undefined;
  readonly writeDocs: boolean;
  readonly list: boolean;
  readonly help: boolean;
}

const DEFAULT_SECONDS = 12;

export const USAGE = `Usage: pnpm hostile [options]

  --only A,B      only these attacks
  --seconds N     how long each attack goes on; ${String(DEFAULT_SECONDS)} when left out
  --json FILE     writes all figures there
  --from A,B      runs nothing, and takes the figures of such files; of an attack that is in several, the last one
  --write-docs    writes docs/fairness-evidence.md, if every attack was made
  --list          lists the attacks
`;

/** Reads the arguments. Throws an Error in plain words. */
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

/** Those with large bodies last, however they were named. */
const inOrder = (chosen: readonly Attack[]): Attack[] => ATTACKS.filter((attack) => chosen.includes(attack));

function readSeconds(text: string): number {
  const seconds = Number(text);
  if (!Number.isInteger(seconds) || seconds < 1) throw new Error(`--seconds wants a whole number of at least 1, not "${text}".`);
  return seconds;
}
