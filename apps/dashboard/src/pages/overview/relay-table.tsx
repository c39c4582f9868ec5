/** How the relays do. */
import type { Now } from '../../api/types.ts';
import { createColumnHelper } from '@tanstack/react-table';
import { DataTable, type features } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Badge } from '../../components/status-badge.tsx';
import { Time } from '../../components/time.tsx';
import { number } from '../../format/number.ts';
import { duration } from '../../format/time.ts';
import { strings } from '../../strings.ts';
import { healthOf } from './relay-health.ts';

type Relay = Now['relays'][number];

const words = strings.overview.relay;
const TONES = { good: 'tone-good', strained: 'tone-warn', troubled: 'tone-bad' } as const;

const helper = createColumnHelper<typeof features, Relay>();
const columns = helper.columns([
  helper.accessor('relay', {
    header: words.name,
    cell: ({ row: { original } }) => (
      <>
        <span className="font-mono text-xs">{original.relay}</span>
        {original.last_trouble !== null && <p className="max-w-md truncate text-xs text-muted">{original.last_trouble}</p>}
      </>
    ),
  }),
  helper.display({
    id: 'health',
    header: words.health,
    cell: ({ row: { original } }) => {
      const health = healthOf(original);
      return <Badge tone={TONES[health]}>{strings.overview.healths[health]}</Badge>;
    },
  }),
  helper.accessor('attempts', { header: words.attempts, cell: ({ getValue }) => number(getValue()) }),
  helper.accessor('sent', { header: words.sent, cell: ({ getValue }) => number(getValue()) }),
  helper.accessor('deferred', { header: words.deferred, cell: ({ getValue }) => number(getValue()) }),
  helper.accessor('bounced', { header: words.bounced, cell: ({ getValue }) => number(getValue()) }),
  helper.accessor('troubled', { header: words.troubled, cell: ({ getValue }) => number(getValue()) }),
  helper.accessor('median_ms', { header: words.median, cell: ({ getValue }) => duration(getValue()) }),
  helper.accessor('last_attempt_at', { header: words.last, cell: ({ getValue }) => <Time at={getValue()} /> }),
]);

const WIDE = 'hidden text-right numbers lg:table-cell';
const CELLS = {
  attempts: 'text-right numbers',
  sent: WIDE,
  deferred: WIDE,
  bounced: WIDE,
  troubled: WIDE,
  median_ms: 'hidden text-right numbers sm:table-cell',
  last_attempt_at: 'hidden text-right sm:table-cell',
};

/** A row for each. */
export function RelayTable({ relays }: { readonly relays: readonly Relay[] }) {
  if (relays.length === 0) return <EmptyState title={strings.overview.noRelays} />;
  return (
    <DataTable
      label={strings.overview.relays}
      columns={columns}
      rows={relays as Relay[]}
      idOf={({ relay }) => relay}
      cellClasses={CELLS}
    />
  );
}
