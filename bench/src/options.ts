/** The command line of `pnpm bench`. */
import { parseArgs } from 'node:util';
import type { EngineName } from '@sendoff/queue';
import type { Amounts } from './bench.ts';

/** The parts, in the order in which they run. */
export const PARTS = ['accept', 'drain', 'idle', 'attachments', 'scale', 'backlog', 'cost'] as const;
export type PartName = (typeof PARTS)[number];

/** The default parts, which take less than ten minutes together. */
const USUAL_PARTS: readonly PartName[] = ['accept', 'drain', 'idle', 'attachments'];
const ENGINES: readonly EngineName[] = ['redis', 'postgres'];

/** The parsed options. */
export interface Options {
  readonly parts: readonly PartName[];
  readonly engines: readonly EngineName[];
  readonly amounts: Amounts;
  /** The file to write the results to, as JSON. */
  readonly json: string | undefined;
  readonly writeDocs: boolean;
  /** The directory for CPU profiles of the API and of the worker. */
  readonly profile: string | undefined;
  readonly help: boolean;
}

/** An invalid command line. */
export class InvalidOptions extends Error {}

/** The output of `--help`. */
export const HELP = `pnpm bench [options]

  --only PARTS          a list of ${PARTS.join(',')}
                        (default: ${USUAL_PARTS.join(',')}; scale, backlog and cost take long)
  --engines ENGINES     a list of ${ENGINES.join(',')}
  --rounds N            rounds of each measurement (5)
  --accept-emails N     emails in a round of accept (16000)
  --connections N       connections of the load generator (64)
  --drain-emails N      emails in the backlog of drain (12000)
  --idle-emails N       emails sent one at a time (400)
  --attachments N       emails with an attachment, sent at once (20)
  --attachment-mb N     megabytes of each attachment (10)
  --rows N              emails in the full table of scale (5000000)
  --backlog N           emails in the backlog of backlog (1000000)
  --cost-seeds N        hostile inputs of each kind (2000)
  --cost-seed N         the first seed (1)
  --json FILE           writes all results to FILE
  --write-docs          writes docs/performance.md
  --profile DIRECTORY   writes CPU profiles of the API and the worker, and prints a summary
`;

/**
 * Parses the command line.
 *
 * @throws {InvalidOptions}
 */
export function readOptions(args: readonly string[]): Options {
  const values = parse(args);
  return {
    parts: chosen('only', values.only, PARTS, USUAL_PARTS),
    engines: chosen('engines', values.engines, ENGINES, ENGINES),
    amounts: {
      rounds: count('rounds', values.rounds, 5),
      acceptEmails: count('accept-emails', values['accept-emails'], 16_000),
      connections: count('connections', values.connections, 64),
      drainEmails: count('drain-emails', values['drain-emails'], 12_000),
      idleEmails: count('idle-emails', values['idle-emails'], 400),
      attachments: {
        count: count('attachments', values.attachments, 20),
        octets: count('attachment-mb', values['attachment-mb'], 10) * 1024 * 1024,
      },
      rows: count('rows', values.rows, 5_000_000),
      backlog: count('backlog', values.backlog, 1_000_000),
      costSeeds: count('cost-seeds', values['cost-seeds'], 2000),
      costSeed: count('cost-seed', values['cost-seed'], 1),
    },
    json: values.json,
    writeDocs: values['write-docs'] ?? false,
    profile: values.profile,
    help: values.help ?? false,
  };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean' } as const;
  try {
    return parseArgs({
      args: [...args],
      options: {
        only: text,
        engines: text,
        rounds: text,
        'accept-emails': text,
        connections: text,
        'drain-emails': text,
        'idle-emails': text,
        attachments: text,
        'attachment-mb': text,
        rows: text,
        backlog: text,
        'cost-seeds': text,
        'cost-seed': text,
        json: text,
        'write-docs': flag,
        profile: text,
        help: flag,
      },
    }).values;
  } catch (error) {
    throw new InvalidOptions(error instanceof Error ? error.message : String(error));
  }
}

function chosen<Name extends string>(
  option: string,
  text: string | undefined,
  all: readonly Name[],
  usual: readonly Name[],
): Name[] {
  const names = text === undefined ? usual : text.split(',');
  const unknown = names.find((name) => !(all as readonly string[]).includes(name));
  if (unknown !== undefined) throw new InvalidOptions(`--${option}: unknown value ${unknown}. Available: ${all.join(', ')}.`);
  return all.filter((name) => names.includes(name));
}

function count(option: string, text: string | undefined, usual: number): number {
  const number = text === undefined ? usual : Number(text);
  if (!(Number.isSafeInteger(number) && number > 0))
    throw new InvalidOptions(`--${option} must be a whole number greater than 0.`);
  return number;
}
