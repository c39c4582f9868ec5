/** The health of each relay. */
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'wouter';
import type { Now } from '../../api/types.ts';
import { DataTable, type features } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Badge } from '../../components/status-badge.tsx';
import { Time, useSeconds } from '../../components/time.tsx';
import { duration } from '../../format/time.ts';
import { spoken } from '../../format/spoken.ts';
import { strings } from '../../strings.ts';
import { healthOf } from './relay-health.ts';

type Relay = Now['relays'][number];

const words = strings.overview.relay;
const TONES = { good: 'tone-good', strained: 'tone-warn', troubled: 'tone-bad', unknown: 'tone-calm' } as const;

const helper = createColumnHelper<typeof features, Relay>();
const columns = helper.columns([
  helper.accessor('relay', {
    header: words.name,
    cell: ({ row: { original } }) => (
      <>
        <span className="font-mono text-xs">{original.relay}</span>
        {original.last_failure !== null && (
          <p className="max-w-md truncate text-xs text-muted" title={original.last_failure.message}>
            {spoken(original.last_failure.reason)}: {original.last_failure.message}
          </p>
        )}
      </>
    ),
  }),
  helper.display({ id: 'health', header: words.health, cell: ({ row: { original } }) => <RelayBadge relay={original} /> }),
  helper.accessor('last_answer', { header: words.lastAnswer, cell: ({ getValue }) => <Evidence of={getValue()} /> }),
  helper.accessor('last_failure', { header: words.lastFailure, cell: ({ getValue }) => <Evidence of={getValue()} /> }),
  helper.accessor('median_ms', {
    header: words.median,
    cell: ({ getValue }) => {
      const ms = getValue();
      return ms === null ? strings.none : duration(ms);
    },
  }),
]);

const CELLS = {
  last_answer: 'text-right numbers',
  last_failure: 'text-right numbers',
  median_ms: 'hidden text-right numbers sm:table-cell',
};

export function RelayTable({ relays }: { readonly relays: readonly Relay[] }) {
  if (relays.length === 0) return <EmptyState title={strings.overview.noRelays}>{strings.overview.noRelaysHint}</EmptyState>;
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

function RelayBadge({ relay }: { readonly relay: Relay }) {
  const health = healthOf(relay, useSeconds());
  return <Badge tone={TONES[health]}>{strings.overview.healths[health]}</Badge>;
}

/** A time that links to the email it refers to. */
function Evidence({ of }: { readonly of: Relay['last_answer'] }) {
  if (of === null) return <span className="text-muted">{words.never}</span>;
  return (
    <Link href={`/dashboard/emails/${of.email_id}`} className="underline decoration-line underline-offset-4 hover:decoration-ink">
      <Time at={of.at} />
    </Link>
  );
}
