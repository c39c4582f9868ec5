/** The jobs in one state. */
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'wouter';
import type { QueueInside } from '../../api/types.ts';
import { DataTable, type features } from '../../components/data-table.tsx';
import { Time } from '../../components/time.tsx';
import { strings } from '../../strings.ts';

const words = strings.queue;
type Job = QueueInside['jobs'][number];

const helper = createColumnHelper<typeof features, Job>();
const columns = helper.columns([
  helper.accessor('email_id', {
    header: words.columns.email,
    cell: ({ getValue }) => (
      <Link
        href={`/dashboard/emails/${getValue()}`}
        data-shortcut="row"
        className="font-mono text-xs after:absolute after:inset-0 hover:underline"
      >
        {getValue()}
      </Link>
    ),
  }),
  helper.accessor('generation', { header: words.columns.generation }),
  helper.accessor('made_at', { header: words.columns.created, cell: ({ getValue }) => <Time at={getValue()} /> }),
  helper.accessor('due_at', {
    header: words.columns.due,
    cell: ({ getValue }) => {
      const at = getValue();
      return at === null ? words.atOnce : <Time at={at} />;
    },
  }),
  helper.accessor('failure', { header: words.columns.failure, cell: ({ getValue }) => getValue() ?? '' }),
]);

const CELLS = {
  generation: 'hidden sm:table-cell numbers',
  made_at: 'hidden sm:table-cell text-muted',
  failure: 'hidden md:table-cell max-w-64 truncate text-muted',
};

export function JobTable({ jobs }: { readonly jobs: Job[] }) {
  return (
    <DataTable
      label={words.title}
      columns={columns}
      rows={jobs}
      idOf={({ email_id, generation }) => `${email_id}.${String(generation)}`}
      cellClasses={CELLS}
    />
  );
}
