/** The table of webhook endpoints. */
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'wouter';
import type { Webhook } from '../../api/types.ts';
import { DataTable, type features } from '../../components/data-table.tsx';
import { Time } from '../../components/time.tsx';
import { strings } from '../../strings.ts';
import { WebhookBadge } from './webhook-badge.tsx';

const words = strings.webhooks;
const helper = createColumnHelper<typeof features, Webhook>();

const columns = helper.columns([
  helper.accessor('endpoint', {
    header: words.columns.endpoint,
    cell: ({ row: { original } }) => (
      <Link
        href={`/dashboard/webhooks/${original.id}`}
        data-shortcut="row"
        className="block truncate font-medium after:absolute after:inset-0 hover:underline"
      >
        {original.endpoint}
      </Link>
    ),
  }),
  helper.accessor('status', { header: words.columns.status, cell: ({ row: { original } }) => <WebhookBadge {...original} /> }),
  helper.accessor('events', {
    header: words.columns.events,
    cell: ({ getValue }) => <span className="block truncate text-muted">{getValue().join(', ')}</span>,
  }),
  helper.accessor('created_at', { header: words.columns.created, cell: ({ getValue }) => <Time at={getValue()} /> }),
]);

const CELLS = {
  endpoint: 'max-w-40 md:max-w-80',
  status: 'w-px',
  events: 'hidden md:table-cell max-w-64',
  created_at: 'hidden sm:table-cell text-right w-px whitespace-nowrap text-muted',
};

export function WebhookTable({ webhooks }: { readonly webhooks: Webhook[] }) {
  return <DataTable label={words.title} columns={columns} rows={webhooks} idOf={({ id }) => id} cellClasses={CELLS} />;
}
