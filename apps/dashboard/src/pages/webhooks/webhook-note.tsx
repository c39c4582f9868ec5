/** A notice about a failing or disabled endpoint. */
import type { Webhook } from '../../api/types.ts';
import { exactTime, readTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';

const words = strings.webhooks;

/** Renders nothing for a healthy endpoint. */
export function WebhookNote({ webhook: { status, failing_since, disabled_at, disabled_reason } }: { readonly webhook: Webhook }) {
  const said =
    status === 'disabled'
      ? [disabled_at !== null && words.disabledSince(exactTime(readTime(disabled_at))), disabled_reason, words.enableHint]
      : [failing_since !== null && words.failingSince(exactTime(readTime(failing_since)))];
  const text = said.filter((part) => part !== false && part !== null).join(' ');
  return text === '' ? null : (
    <p className="tone-warn toned-edge rounded-lg border bg-surface px-4 py-2.5 wrap-anywhere">{text}</p>
  );
}
