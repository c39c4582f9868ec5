/** How things stand at this moment, in a few numbers. */
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { Now } from '../../api/types.ts';
import { useSeconds } from '../../components/time.tsx';
import { cappedCount, number } from '../../format/number.ts';
import { duration, readTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';

const words = strings.overview;

/** Beyond this, an email that is overdue is worth a look. */
const LONG_OVERDUE_MS = 60_000;

/** The cards. */
export function NowCards({ now: { last_minute, unfinished, overdue_since } }: { readonly now: Now }) {
  const seconds = useSeconds();
  const overdueMs = overdue_since === null ? null : Math.max(0, seconds.getTime() - readTime(overdue_since).getTime());
  const { queued, sending, deferred } = unfinished;
  const parts = (
    [
      [queued, words.queued],
      [sending, words.sending],
      [deferred, words.deferredNow],
    ] as const
  ).filter(([count]) => count > 0);
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      <Card
        label={words.perMinute}
        value={number(last_minute.sent)}
        note={words.acceptedPerMinute(number(last_minute.accepted))}
      />
      <Card
        label={words.waiting}
        value={cappedCount(queued + sending + deferred)}
        note={parts.length === 0 ? words.nothingWaits : parts.map(([count, word]) => `${cappedCount(count)} ${word}`).join(' · ')}
      />
      <Card
        label={words.oldest}
        value={overdueMs === null ? '–' : duration(Math.floor(overdueMs / 1000) * 1000)}
        note={overdueMs === null ? words.nothingOverdue : words.overdueHint}
        tone={overdueMs !== null && overdueMs > LONG_OVERDUE_MS ? 'text-warn' : ''}
      />
      <Card
        label={words.scheduled}
        value={<ByStatus status="scheduled" count={unfinished.scheduled} />}
        note={unfinished.scheduled > 0 ? words.scheduledHint : words.scheduledNone}
      />
      <Card
        label={words.inDoubt}
        value={<ByStatus status="in_doubt" count={unfinished.in_doubt} />}
        note={unfinished.in_doubt > 0 ? words.inDoubtHint : words.inDoubtNone}
        tone={unfinished.in_doubt > 0 ? 'text-warn' : ''}
      />
    </ul>
  );
}

function Card(props: { readonly label: string; readonly value: ReactNode; readonly note?: string; readonly tone?: string }) {
  const { label, value, note, tone = '' } = props;
  return (
    <li className="rounded-lg first:max-sm:col-span-2 border border-line bg-surface px-4 py-3">
      <p className="text-xs text-muted">{label}</p>
      <p className={`numbers mt-0.5 text-2xl font-semibold tracking-tight ${tone}`}>{value}</p>
      {note !== undefined && <p className="numbers text-xs text-muted">{note}</p>}
    </li>
  );
}

function ByStatus({ status, count }: { readonly status: string; readonly count: number }) {
  const text = cappedCount(count);
  return count === 0 ? (
    text
  ) : (
    <Link
      href={`/dashboard/emails?status=${status}`}
      className="underline decoration-line underline-offset-4 hover:decoration-ink"
    >
      {text}
    </Link>
  );
}
