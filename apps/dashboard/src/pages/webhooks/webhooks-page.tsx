/** The list of webhook endpoints. */
import { useState } from 'react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import { Button } from '../../components/button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { PageTitle } from '../../components/panel.tsx';
import { StaleNotice } from '../../components/query-view.tsx';
import { strings } from '../../strings.ts';
import { EndpointDialog } from './endpoint-dialog.tsx';
import { SecretDialog } from './secret-dialog.tsx';
import { WEBHOOKS } from './use-webhook.ts';
import { WebhookTable } from './webhook-table.tsx';

const words = strings.webhooks;
/** Endpoints per request. */
const LIMIT = 50;
const REFRESH_MS = 10_000;

export function WebhooksPage() {
  const [creating, setCreating] = useState(false);
  const [secret, setSecret] = useState<string | null>(null);
  const webhooks = useInfiniteQuery({
    queryKey: WEBHOOKS,
    queryFn: ({ pageParam }) =>
      answer(api.GET('/webhooks', { params: { query: { limit: LIMIT, ...(pageParam !== null && { after: pageParam }) } } })),
    // Endpoints can fail and be disabled without any action on the page.
    refetchInterval: REFRESH_MS,
    initialPageParam: null as string | null,
    getNextPageParam: ({ has_more, data }) => (has_more ? data.at(-1)?.id : undefined),
  });
  const all = webhooks.data?.pages.flatMap(({ data }) => data);

  return (
    <>
      <PageTitle title={words.title}>
        <Button look="primary" onClick={() => setCreating(true)}>
          {words.create}
        </Button>
      </PageTitle>
      <p className="mb-4 max-w-prose text-muted">{words.lead}</p>
      <div className="rounded-lg border border-line bg-surface">
        {all === undefined && webhooks.error === null && <Loading />}
        {all === undefined && webhooks.error !== null && (
          <LoadFailure error={webhooks.error} onRetry={() => void webhooks.refetch()} />
        )}
        <StaleNotice query={webhooks} />
        {all?.length === 0 && <EmptyState title={words.none}>{words.noneHint}</EmptyState>}
        {all !== undefined && all.length > 0 && (
          <div data-stale={webhooks.error === null ? undefined : ''}>
            <WebhookTable webhooks={all} />
          </div>
        )}
        {webhooks.hasNextPage && (
          <Button look="quiet" className="m-2" onClick={() => void webhooks.fetchNextPage()}>
            {strings.apiKeys.more}
          </Button>
        )}
      </div>
      {creating && (
        <EndpointDialog
          webhook={null}
          onClose={() => setCreating(false)}
          onSecret={(made) => {
            setCreating(false);
            setSecret(made);
          }}
        />
      )}
      {secret !== null && <SecretDialog title={words.createdTitle} secret={secret} onClose={() => setSecret(null)} />}
    </>
  );
}
