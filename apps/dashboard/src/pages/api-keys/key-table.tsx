/** The table of API keys. It never shows their secrets. */
import { useMemo } from 'react';
import { createColumnHelper } from '@tanstack/react-table';
import type { ApiKey } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { DataTable, type features } from '../../components/data-table.tsx';
import { Badge } from '../../components/status-badge.tsx';
import { Time, useSeconds } from '../../components/time.tsx';
import { strings } from '../../strings.ts';
import { describeLimits } from './key-limits.ts';

const words = strings.apiKeys;
const helper = createColumnHelper<typeof features, ApiKey>();

const CELLS = {
  name: 'max-w-48 truncate font-medium',
  permission: 'hidden sm:table-cell',
  mode: 'hidden sm:table-cell',
  limits: 'hidden lg:table-cell',
  created_at: 'hidden md:table-cell text-muted',
  last_used_at: 'hidden md:table-cell text-muted',
  actions: 'w-px whitespace-nowrap text-right',
};

/** The actions on a key. */
interface KeyTableProps {
  readonly keys: ApiKey[];
  readonly onEdit: (apiKey: ApiKey) => void;
  readonly onRevoke: (apiKey: ApiKey) => void;
}

export function KeyTable({ keys, onEdit, onRevoke }: KeyTableProps) {
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
        helper.display({
          id: 'limits',
          header: words.columns.limits,
          cell: ({ row: { original } }) => <Limits apiKey={original} />,
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
              <Button look="quiet" aria-label={words.editKey(original.name)} onClick={() => onEdit(original)}>
                {words.edit}
              </Button>
              <Button look="danger" aria-label={words.revokeKey(original.name)} onClick={() => onRevoke(original)}>
                {words.revoke}
              </Button>
            </span>
          ),
        }),
      ]),
    [onEdit, onRevoke],
  );
  return <DataTable label={words.title} columns={columns} rows={keys} idOf={({ id }) => id} cellClasses={CELLS} />;
}

function Limits({ apiKey }: { readonly apiKey: ApiKey }) {
  const lines = describeLimits(apiKey, useSeconds());
  if (lines.length === 0) return <span className="text-muted">{words.limits.none}</span>;
  return (
    <ul className="numbers text-xs">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
