/** The command line of `pnpm bench`. */
import { parseArgs } from 'node:util';
import type { EngineName } from '@sendoff/queue';
import type { Amounts } from './bench.ts';

/** The parts, in the order in which they are measured. */
export const PARTS = ['accept', 'drain', 'idle', 'attachments', 'scale', 'backlog', 'cost'] as const;
/** The name of a part. */
export type PartName = (typeof PARTS)[number];

/** Those that are measured unless others are named; together they take less than ten minutes. */
const USUAL_PARTS: readonly PartName[] = ['accept', 'drain', 'idle', 'attachments'];
const ENGINES: readonly EngineName[] = ['redis', 'postgres'];

/** What was asked for. */
export interface Options {
  readonly parts: readonly PartName[];
  readonly engines: readonly EngineName[];
  readonly amounts: Amounts;
  /** Where to write the findings as JSON. */
  readonly json: string | undefined;
  readonly writeDocs: boolean;
  /** Where to write profiles of the API and of the worker. */
  readonly profile: string | undefined;
  readonly help: boolean;
}

/** A command line that cannot be understood. */
export class InvalidOptions extends Error {}

/** What `--help` prints. */
export const HELP = `pnpm bench [options]

  --only PARTS          of ${PARTS.join(',')}
                        (${USUAL_PARTS.join(',')} unless given; scale, backlog and cost take long)
  --engines ENGINES     of ${ENGINES.join(',')}
  --rounds N            rounds of each measurement (5)
  --accept-emails N     emails in a round of accepting (16000)
  --connections N       connections of the load generator (64)
  --drain-emails N      emails in a backlog that is drained (12000)
  --idle-emails N       emails sent one at a time (400)
  --attachments N       emails with an attachment, all at once (20)
  --attachment-mb N     megabytes of each (10)
  --rows N              emails in the full table of scale (5000000)
  --backlog N           emails in the backlog (1000000)
  --cost-seeds N        hostile inputs of each kind (2000)
  --cost-seed N         the first of their seeds (1)
  --json FILE           writes all findings there
  --write-docs          writes docs/performance.md
  --profile DIRECTORY   writes CPU profiles of API and worker there, and sums them up
`;

/**
 * Reads the command line.
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
  if (unknown !== undefined) throw new InvalidOptions(`--${option}: there is no ${unknown}; there are ${all.join(', ')}.`);
  return all.filter((name) => names.includes(name));
}

function count(option: string, text: string | undefined, usual: number): number {
  const number = text === undefined ? usual : Number(text);
  if (!(Number.isSafeInteger(number) && number > 0)) throw new InvalidOptions(`--${option} takes a whole number above 0.`);
  return number;
}
