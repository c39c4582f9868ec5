/** The settings and deliveries of one webhook endpoint. */
import { ApiError } from '../../api/client.ts';
import { BackLink } from '../../components/back-link.tsx';
import { CopyButton } from '../../components/copy-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { Panel } from '../../components/panel.tsx';
import { StaleNotice } from '../../components/query-view.tsx';
import { exactTime, readTime } from '../../format/time.ts';
import { useDocumentTitle } from '../../layout/use-document-title.ts';
import { strings } from '../../strings.ts';
import { DeliveryList } from './delivery-list.tsx';
import { useWebhook } from './use-webhook.ts';
import { WebhookActions } from './webhook-actions.tsx';
import { WebhookNote } from './webhook-note.tsx';
import { WebhookBadge } from './webhook-badge.tsx';

const words = strings.webhooks;

export function WebhookPage({ id }: { readonly id: string }) {
  const query = useWebhook(id);
  const { data: webhook, error } = query;
  useDocumentTitle(webhook?.endpoint ?? words.one);
  if (webhook === undefined) {
    if (error === null) return <Loading />;
    return error instanceof ApiError && (error.status === 404 || error.status === 422) ? (
      <EmptyState title={words.notFound} />
    ) : (
      <LoadFailure error={error} onRetry={() => void query.refetch()} />
    );
  }
  return (
    <article className="flex flex-col gap-4" data-stale={error === null ? undefined : ''}>
      <StaleNotice query={query} />
      <header>
        <BackLink href="/dashboard/webhooks">{words.title}</BackLink>
        <div className="mt-1 flex flex-wrap items-start justify-between gap-3">
          <div className="flex min-w-0 flex-wrap items-center gap-3">
            <h1 className="min-w-0 text-xl font-semibold tracking-tight wrap-anywhere">{webhook.endpoint}</h1>
            <WebhookBadge {...webhook} />
          </div>
          <WebhookActions webhook={webhook} />
        </div>
      </header>
      <WebhookNote webhook={webhook} />
      <Panel title={words.details}>
        <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-1.5 px-4 py-3 [&>dd]:min-w-0 [&>dd]:wrap-anywhere [&>dt]:text-muted">
          <dt>{words.columns.events}</dt>
          <dd className="flex flex-wrap gap-1">
            {webhook.events.map((type) => (
              <span key={type} className="rounded bg-raised px-1.5 py-0.5 font-mono text-xs">
                {type}
              </span>
            ))}
          </dd>
          <dt>{words.columns.created}</dt>
          <dd>{exactTime(readTime(webhook.created_at))}</dd>
          <dt>{words.id}</dt>
          <dd className="flex items-center gap-0.5">
            <span className="min-w-0 font-mono text-xs tracking-tight">{webhook.id}</span>
            <CopyButton compact text={webhook.id} label={words.copyId} />
          </dd>
        </dl>
      </Panel>
      <Panel title={words.deliveries} hint={words.deliveriesHint}>
        <DeliveryList webhook={webhook} />
      </Panel>
    </article>
  );
}
