import type { Webhook, WebhookEvent } from '../../api/types.ts';
import { Badge } from '../../components/status-badge.tsx';
import { strings } from '../../strings.ts';

const words = strings.webhooks;
const TONES = { success: 'tone-good', pending: 'tone-calm', attempting: 'tone-busy', failed: 'tone-bad' } as const;

/** Whether an endpoint is told of events. */
export const WebhookBadge = ({ status }: Pick<Webhook, 'status'>) => (
  <Badge tone={status === 'enabled' ? 'tone-good' : 'tone-warn'}>{words.statuses[status]}</Badge>
);

/** Where a delivery stands. */
export const DeliveryBadge = ({ status }: Pick<WebhookEvent, 'status'>) => (
  <Badge tone={TONES[status]}>{words.deliveryStatuses[status]}</Badge>
);
