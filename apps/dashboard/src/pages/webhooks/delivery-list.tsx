/** The webhook deliveries of an endpoint. */
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { createColumnHelper } from '@tanstack/react-table';
import { useSearchParams } from 'wouter';
import { answer, api } from '../../api/client.ts';
import type { Webhook, WebhookEvent } from '../../api/types.ts';
import { DataTable, type features } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Pager, type Position } from '../../components/pager.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { Time } from '../../components/time.tsx';
import { strings } from '../../strings.ts';
import { DeliveryDialog } from './delivery-dialog.tsx';
import { WEBHOOKS } from './use-webhook.ts';
import { DeliveryBadge } from './webhook-badge.tsx';

const words = strings.webhooks;
/** Deliveries per page. */
const LIMIT = 25;
const REFRESH_MS = 3000;

const helper = createColumnHelper<typeof features, WebhookEvent & { readonly open: () => void }>();
const columns = helper.columns([
  helper.accessor('status', { header: words.columns.status, cell: ({ getValue }) => <DeliveryBadge status={getValue()} /> }),
  helper.accessor('type', {
    header: words.columns.type,
    cell: ({ row: { original } }) => (
      <button
        type="button"
        data-shortcut="row"
        className="font-mono text-xs after:absolute after:inset-0 hover:underline"
        onClick={original.open}
      >
        {original.type}
      </button>
    ),
  }),
  helper.accessor('id', { header: words.id, cell: ({ getValue }) => <span className="font-mono text-xs">{getValue()}</span> }),
  helper.accessor('created_at', { header: words.columns.queued, cell: ({ getValue }) => <Time at={getValue()} /> }),
]);

const CELLS = {
  status: 'w-px',
  id: 'hidden md:table-cell text-muted',
  created_at: 'text-right w-px whitespace-nowrap text-muted',
};

/** The page cursor and the open delivery are kept in the URL. */
export function DeliveryList({ webhook }: { readonly webhook: Webhook }) {
  const { id: webhookId } = webhook;
  const [search, setSearch] = useSearchParams();
  const [after, before, shown] = ['after', 'before', 'event'].map((name) => search.get(name) ?? undefined);
  const go = (where: Position & { readonly event?: string }) =>
    setSearch(Object.entries(where).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
  const deliveries = useQuery({
    queryKey: [...WEBHOOKS, webhookId, 'events', after, before],
    queryFn: () => {
      const query = { limit: LIMIT, ...(after !== undefined && { after }), ...(before !== undefined && { before }) };
      return answer(api.GET('/webhooks/{id}/events', { params: { path: { id: webhookId }, query } }));
    },
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  const isFirstPage = after === undefined && before === undefined;
  return (
    <>
      <QueryView query={deliveries}>
        {({ data, has_more }) => (
          <>
            {data.length === 0 ? (
              <NoDeliveries isFirstPage={isFirstPage} />
            ) : (
              <DataTable
                label={words.deliveries}
                columns={columns}
                rows={data.map((event) => ({ ...event, open: () => go({ after, before, event: event.id }) }))}
                idOf={({ id }) => id}
                cellClasses={CELLS}
              />
            )}
            <Pager position={{ after, before }} hasMore={has_more} first={data[0]?.id} last={data.at(-1)?.id} onChange={go} />
          </>
        )}
      </QueryView>
      {shown !== undefined && <DeliveryDialog webhook={webhook} id={shown} onClose={() => go({ after, before })} />}
    </>
  );
}

function NoDeliveries({ isFirstPage }: { readonly isFirstPage: boolean }) {
  if (!isFirstPage) return <EmptyState title={words.emptyPage} />;
  return <EmptyState title={words.noDeliveries}>{words.noDeliveriesHint}</EmptyState>;
}
