/** The request and responses of one webhook delivery. */
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client.ts';
import type { Webhook } from '../../api/types.ts';
import { Button } from '../../components/button.tsx';
import { Dialog, DialogActions } from '../../components/dialog.tsx';
import { LoadFailure, Loading } from '../../components/loading.tsx';
import { QueryView, StaleNotice } from '../../components/query-view.tsx';
import { Time } from '../../components/time.tsx';
import { strings } from '../../strings.ts';
import { PlainText } from '../email/plain-text.tsx';
import { DeliveryAttempts } from './delivery-attempts.tsx';
import { useWebhookAction, WEBHOOKS } from './use-webhook.ts';
import { DeliveryBadge } from './webhook-badge.tsx';

const words = strings.webhooks;
const REFRESH_MS = 1500;

export function DeliveryDialog(props: { readonly webhook: Webhook; readonly id: string; readonly onClose: () => void }) {
  const { webhook, id, onClose } = props;
  const webhookId = webhook.id;
  const path = { params: { path: { id: webhookId, event_id: id } } };
  const name = [...WEBHOOKS, webhookId, 'event', id];
  const event = useQuery({
    queryKey: name,
    queryFn: () => answer(api.GET('/webhooks/{id}/events/{event_id}', path)),
    refetchInterval: REFRESH_MS,
  });
  const attempts = useQuery({
    queryKey: [...name, 'attempts'],
    queryFn: async () => (await answer(api.GET('/webhooks/{id}/events/{event_id}/attempts', path))).data,
    refetchInterval: REFRESH_MS,
  });
  const replay = useWebhookAction(() => answer(api.POST('/webhooks/{id}/events/{event_id}/replay', path)), words.replayed);
  const { data } = event;
  return (
    <Dialog open onClose={onClose} title={data?.type ?? words.delivery} wide>
      {data === undefined && event.error === null && <Loading />}
      {data === undefined && event.error !== null && <LoadFailure error={event.error} onRetry={() => void event.refetch()} />}
      <StaleNotice query={event} />
      {data !== undefined && (
        <>
          <p role="status" className="flex flex-wrap items-center gap-2 text-muted">
            <DeliveryBadge status={data.status} />
            {data.next_attempt_at !== null && (
              <span>
                {webhook.status === 'enabled' ? (
                  <>
                    {words.nextAttempt} <Time at={data.next_attempt_at} />
                  </>
                ) : (
                  words.waitsForEnabling
                )}
              </span>
            )}
            <span className="font-mono text-xs wrap-anywhere">{data.id}</span>
          </p>
          <section className="shrink-0 rounded-md border border-line">
            <h3 className="border-b border-line px-3 py-2 text-xs font-medium text-muted">{words.attempts}</h3>
            <QueryView query={attempts}>{(found) => <DeliveryAttempts attempts={found} />}</QueryView>
          </section>
          <section className="shrink-0 rounded-md border border-line">
            <h3 className="border-b border-line px-3 py-2 text-xs font-medium text-muted">{words.payload}</h3>
            <PlainText label={words.payload} text={JSON.stringify(data.payload, null, 2)} />
          </section>
        </>
      )}
      <DialogActions>
        <Button disabled={replay.isPending || data === undefined} onClick={() => replay.mutate(undefined)}>
          {words.replay}
        </Button>
        <Button look="primary" onClick={onClose}>
          {strings.close}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
