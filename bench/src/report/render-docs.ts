/** Makes docs/performance.md from what was measured and from the reasons in bench/docs. */
import { markdownTable } from '@sendoff/tooling/generated-file';
import { POSTGRES_SETTINGS } from '../neighbours/start-postgres.ts';
import { PARTS } from '../options.ts';
import type { Machine } from './describe-machine.ts';
import { formatNumber } from './format-table.ts';
import type { Measured, MeasuredPart } from './keep-measured.ts';
import { toCells } from './print-result.ts';
import type { Goal } from './result.ts';

const COMMAND = 'pnpm bench --write-docs';

/** The whole file. */
export function renderDocs(measured: Measured, reasons: string): string {
  const parts = PARTS.flatMap((part) => {
    const [newest] = measured[part] ?? [];
    return newest === undefined ? [] : [newest];
  });
  return `# Performance

<!-- Written by \`${COMMAND}\` from bench/measured.json and bench/docs/reasons.md. -->

What Sendoff costs beside the bare parts that it is made of, measured in the same run on the same machine. Rates belong to
that machine; what travels is their ratios, and the CPU time of an email.

## Goals

${renderGoals(measured)}

The values of the last runs, the newest first; each is the median of the ratios of its rounds. The goals of accepting and of sending
were set for the queue in Redis; the rows for PostgreSQL hold the other engine to them too.

## How it was measured

\`\`\`sh
npx -y pnpm@12 bench                             # accept, drain, idle, attachments: about ten minutes
npx -y pnpm@12 bench --only scale,backlog        # a table of 5 million emails, a backlog of 1 million: an hour or more
npx -y pnpm@12 bench --only accept --profile DIR # where the time goes, by package and by function
npx -y pnpm@12 bench --help
\`\`\`

The bench starts its own PostgreSQL (the embedded one, with ${settings()}; everything else as it comes) and its own Redis (which
keeps nothing on disk), on free ports of 127.0.0.1, and removes them at the end. It runs the built programs as separate
processes with their default settings. Load generator, servers and databases share the machine. Contestants take turns, each round
in another order; a first round is not counted. CPU time is that of the process and of what it has started, from
\`/proc/PID/stat\`; memory is the most that was resident (\`VmHWM\`). \`CPU together\` leaves out the load generator and the sink.

${parts.map(renderPart).join('\n\n')}

${reasons.trim()}
`;
}

function renderGoals(measured: Measured): string {
  const rows = PARTS.flatMap((part) => {
    const runs = measured[part] ?? [];
    const goals = runs[0]?.result.goals ?? [];
    return goals.map((goal) => {
      const values = runs.flatMap(({ result }) => result.goals.filter((each) => isSame(each, goal)));
      const met = values.length > 0 && values.every((each) => each.met);
      return [
        goal.name,
        goal.engine ?? '',
        goal.target,
        values.map(({ value }) => formatNumber(value.median)).join(', '),
        met ? 'yes' : '**no**',
      ];
    });
  });
  return rows.length === 0
    ? 'Nothing has been measured yet.'
    : markdownTable(['goal', 'engine', 'target', 'measured', 'met'], rows);
}

function renderPart({ machine, result }: MeasuredPart): string {
  const [headings = [], ...lines] = toCells(result.rows);
  return `## ${result.title}

${result.method}

In ${result.unit}; the median of the rounds, and the least and the most.

${markdownTable(headings, lines)}

Measured ${describe(machine)}.`;
}

const describe = ({ date, processor, cores, memoryGiB, system, node, postgres, redis, commit }: Machine): string =>
  `on ${date.slice(0, 10)} at ${commit ?? 'an unknown commit'} on ${processor}, ${String(cores)} cores, ${String(memoryGiB)} GiB, ${system}, ` +
  `Node.js ${node}, PostgreSQL ${postgres}${redis === null ? '' : `, Redis ${redis}`}`;

const isSame = (one: Goal, other: Goal): boolean => one.name === other.name && one.engine === other.engine;

const settings = (): string =>
  Object.entries(POSTGRES_SETTINGS)
    .map(([name, value]) => `\`${name}=${value}\``)
    .join(', ');
