/** A status as a colored label. */
import type { Status } from '../api/types.ts';
import { strings } from '../strings.ts';
import { toneOf, type RecipientState } from './status-tones.ts';

export function StatusBadge({ status }: { readonly status: Status | RecipientState }) {
  const words: Readonly<Record<string, string>> = { ...strings.recipientState, ...strings.status };
  return <Badge tone={toneOf(status)}>{words[status] ?? status}</Badge>;
}

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
