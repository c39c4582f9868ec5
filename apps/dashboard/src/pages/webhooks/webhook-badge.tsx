import type { Webhook, WebhookEvent } from '../../api/types.ts';
import { Badge } from '../../components/status-badge.tsx';
import { strings } from '../../strings.ts';

const words = strings.webhooks;
const TONES = { success: 'tone-good', pending: 'tone-calm', attempting: 'tone-busy', failed: 'tone-bad' } as const;

/** Whether an endpoint is enabled, and whether its deliveries succeed. */
export function WebhookBadge({ status, failing_since }: Pick<Webhook, 'status' | 'failing_since'>) {
  if (status === 'disabled') return <Badge tone="tone-warn">{words.statuses.disabled}</Badge>;
  return failing_since === null ? (
    <Badge tone="tone-good">{words.statuses.enabled}</Badge>
  ) : (
    <Badge tone="tone-bad">{words.statuses.failing}</Badge>
  );
}

/** The status of a delivery. */
export const DeliveryBadge = ({ status }: Pick<WebhookEvent, 'status'>) => (
  <Badge tone={TONES[status]}>{words.deliveryStatuses[status]}</Badge>
);
