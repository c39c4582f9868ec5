/** Generates docs/performance.md from the stored results and bench/docs/reasons.md. */
import { markdownTable } from '@sendoff/tooling/generated-file';
import { POSTGRES_SETTINGS } from '../neighbours/start-postgres.ts';
import { PARTS } from '../options.ts';
import type { Machine } from './describe-machine.ts';
import { formatNumber } from './format-table.ts';
import type { Measured, MeasuredPart } from './keep-measured.ts';
import { toCells } from './print-result.ts';
import type { Goal } from './result.ts';

const COMMAND = 'pnpm bench --write-docs';

export function renderDocs(measured: Measured, reasons: string): string {
  const parts = PARTS.flatMap((part) => {
    const [newest] = measured[part] ?? [];
    return newest === undefined ? [] : [newest];
  });
  return `# Performance

<!-- Written by \`${COMMAND}\` from bench/measured.json and bench/docs/reasons.md. -->

The cost of Sendoff compared with its bare components, measured in the same run on the same machine. Rates depend on that
machine; their ratios and the CPU time per email are comparable between machines.

## Goals

${renderGoals(measured)}

The values of the last runs, newest first; each is the median of the ratios of its rounds. The goals for accepting and sending
were set for the queue in Redis; the rows for PostgreSQL apply the same goals to the other engine.

## How it was measured

\`\`\`sh
npx -y pnpm@12 bench                             # accept, drain, idle, attachments: about ten minutes
npx -y pnpm@12 bench --only scale,backlog        # a table of 5 million emails, a backlog of 1 million: an hour or more
npx -y pnpm@12 bench --only accept --profile DIR # where the time goes, by package and by function
npx -y pnpm@12 bench --help
\`\`\`

The bench starts its own PostgreSQL (the embedded one, with ${settings()}; otherwise with defaults) and its own Redis (without
persistence), on free ports of 127.0.0.1, and removes them at the end. It runs the built programs as separate processes with
their default settings. Load generator, servers and databases share the machine. Contestants take turns, in another order in
each round; the first round does not count. CPU time is that of a process and its descendants, from \`/proc/PID/stat\`; memory is
the peak resident memory (\`VmHWM\`). \`CPU together\` leaves out the load generator and the sink.

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

In ${result.unit}; median, minimum and maximum of the rounds.

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
