/** Where something stands, by word and colour. */
import type { Email, Status } from '../api/types.ts';
import { strings } from '../strings.ts';

const TONES = {
  scheduled: 'tone-calm',
  pending: 'tone-calm',
  queued: 'tone-busy',
  sending: 'tone-busy',
  deferred: 'tone-warn',
  in_doubt: 'tone-warn',
  sent: 'tone-good',
  bounced: 'tone-bad',
  failed: 'tone-bad',
  suppressed: 'tone-bad',
  canceled: 'tone-calm',
} as const satisfies Record<Status | RecipientState, string>;

type RecipientState = Email['recipients'][number]['state'];

/** The colour of a status, as a class. */
export const toneOf = (status: Status | RecipientState): string => TONES[status];

/** A status. */
export function StatusBadge({ status }: { readonly status: Status | RecipientState }) {
  const words: Readonly<Record<string, string>> = { ...strings.recipientState, ...strings.status };
  return <Badge tone={TONES[status]}>{words[status] ?? status}</Badge>;
}

/** A word in a colour. */
export function Badge({ tone, children }: { readonly tone: string; readonly children: string }) {
  return (
    <span
      className={`${tone} toned inline-flex items-center gap-1.5 rounded-full px-2 py-0.5 text-xs font-medium whitespace-nowrap`}
    >
      <span aria-hidden className="toned-dot size-1.5 rounded-full" />
      {children}
    </span>
  );
}
