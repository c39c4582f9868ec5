/** The keys there are; none of them can be read. */
import { useMemo } from 'react';
import { createColumnHelper } from '@tanstack/react-table';
import type { ApiKey } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type features } from '../../components/data-table.tsx';
import { Badge } from '../../components/status-badge.tsx';
import { Time } from '../../components/time.tsx';
import { strings } from '../../strings.ts';

const words = strings.apiKeys;
const helper = createColumnHelper<typeof features, ApiKey>();

const CELLS = {
  name: 'max-w-48 truncate font-medium',
  permission: 'hidden sm:table-cell',
  mode: 'hidden sm:table-cell',
  created_at: 'hidden md:table-cell text-muted',
  last_used_at: 'hidden md:table-cell text-muted',
  actions: 'w-px whitespace-nowrap text-right',
};

/** What can be done with a key. */
interface KeyTableProps {
  readonly keys: ApiKey[];
  readonly onRename: (apiKey: ApiKey) => void;
  readonly onRevoke: (apiKey: ApiKey) => void;
}

/** A row for each. */
export function KeyTable({ keys, onRename, onRevoke }: KeyTableProps) {
  const columns = useMemo(
    () =>
      helper.columns([
        helper.accessor('name', { header: words.columns.name }),
        helper.accessor('permission', {
          header: words.columns.permission,
          cell: ({ getValue }) => words.permissions[getValue()],
        }),
        helper.accessor('mode', {
          header: words.columns.mode,
          cell: ({ getValue }) => (
            <Badge tone={getValue() === 'live' ? 'tone-good' : 'tone-calm'}>{words.modeShort[getValue()]}</Badge>
          ),
        }),
        helper.accessor('created_at', { header: words.columns.created, cell: ({ getValue }) => <Time at={getValue()} /> }),
        helper.accessor('last_used_at', {
          header: words.columns.used,
          cell: ({ getValue }) => {
            const at = getValue();
            return at === null ? words.never : <Time at={at} />;
          },
        }),
        helper.display({
          id: 'actions',
          header: () => <span className="sr-only">{strings.actions}</span>,
          cell: ({ row: { original } }) => (
            <span className="inline-flex gap-1">
              <Button look="quiet" aria-label={words.renameKey(original.name)} onClick={() => onRename(original)}>
                {words.rename}
              </Button>
              <Button look="danger" aria-label={words.revokeKey(original.name)} onClick={() => onRevoke(original)}>
                {words.revoke}
              </Button>
            </span>
          ),
        }),
      ]),
    [onRename, onRevoke],
  );
  return <DataTable label={words.title} columns={columns} rows={keys} idOf={({ id }) => id} cellClasses={CELLS} />;
}
