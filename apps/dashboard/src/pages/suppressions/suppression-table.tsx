/** The table of suppressed addresses. */
import { useMemo } from 'react';
import { createColumnHelper } from '@tanstack/react-table';
import { Link } from 'wouter';
import type { Suppression } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type features } from '../../components/data-table.tsx';
import { Badge } from '../../components/status-badge.tsx';
import { Time } from '../../components/time.tsx';
import { strings } from '../../strings.ts';

const words = strings.suppressions;
const TONES = { manual: 'tone-calm', bounce: 'tone-bad', complaint: 'tone-warn' } as const;
const helper = createColumnHelper<typeof features, Suppression>();

const CELLS = {
  email: 'max-w-40 md:max-w-80',
  origin: 'hidden sm:table-cell w-px',
  source_id: 'hidden md:table-cell',
  created_at: 'hidden sm:table-cell text-right w-px whitespace-nowrap text-muted',
  actions: 'w-px whitespace-nowrap text-right',
};

interface SuppressionTableProps {
  readonly suppressions: Suppression[];
  readonly onRemove: (suppression: Suppression) => void;
}

export function SuppressionTable({ suppressions, onRemove }: SuppressionTableProps) {
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor('email', {
          header: words.columns.email,
          cell: ({ row: { original } }) => (
            <>
              <span className="block truncate font-medium" title={original.email}>
                {original.email}
              </span>
              <span className="block text-xs text-muted sm:hidden">{words.origins[original.origin]}</span>
            </>
          ),
        }),
        helper.accessor('origin', {
          header: words.columns.origin,
          cell: ({ getValue }) => <Badge tone={TONES[getValue()]}>{words.origins[getValue()]}</Badge>,
        }),
        helper.accessor('source_id', {
          header: words.columns.source,
          cell: ({ getValue }) => {
            const id = getValue();
            return id === null ? (
              <span className="text-muted">{strings.none}</span>
            ) : (
              <Link href={`/dashboard/emails/${id}`} data-shortcut="row" className="underline decoration-line underline-offset-4">
                {words.sourceEmail}
              </Link>
            );
          },
        }),
        helper.accessor('created_at', { header: words.columns.since, cell: ({ getValue }) => <Time at={getValue()} /> }),
        helper.display({
          id: 'actions',
          header: () => <span className="sr-only">{strings.actions}</span>,
          cell: ({ row: { original } }) => (
            <Button look="quiet" aria-label={words.removeOne(original.email)} onClick={() => onRemove(original)}>
              {words.remove}
            </Button>
          ),
        }),
      ]),
    [onRemove],
  );
  return <DataTable label={words.title} columns={columns} rows={suppressions} idOf={({ id }) => id} cellClasses={CELLS} />;
}
