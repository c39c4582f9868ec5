/** Key figures of the current state. */
import { Fragment, type ReactNode } from 'react';
import { Link } from 'wouter';
import type { Now } from '../../api/types.ts';
import { cappedCount, MAX_COUNTED } from '../../format/number.ts';
import { duration, readTime } from '../../format/time.ts';
import { strings } from '../../strings.ts';
import { CountLink } from './count-link.tsx';

const words = strings.overview;

/** Milliseconds by which an email is overdue before the card shows a warning. */
const LONG_OVERDUE_MS = 60_000;
/** The statuses of emails waiting to be sent. */
const WAITING = ['queued', 'sending', 'deferred'] as const;

export function NowCards({ now }: { readonly now: Now }) {
  const { at, last_minute, unfinished, overdue } = now;
  // Uses the clock of the API only, since the browser's may differ.
  const overdueMs = overdue === null ? null : Math.max(0, readTime(at).getTime() - readTime(overdue.since).getTime());
  const minute = { since: 'custom', from: last_minute.from, until: at } as const;
  const waiting = WAITING.filter((status) => unfinished[status] > 0);
  return (
    <ul className="grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-5">
      <Card
        label={words.perMinute}
        value={<CountLink count={last_minute.accepted} most={MAX_COUNTED} filters={minute} />}
        note={
          <>
            <CountLink count={last_minute.sent} most={MAX_COUNTED} filters={{ ...minute, status: 'sent', mode: 'live' }} />{' '}
            {words.sentOfMinute}
          </>
        }
      />
      <Card
        label={words.waiting}
        value={cappedCount(WAITING.reduce((sum, status) => sum + unfinished[status], 0))}
        note={
          waiting.length === 0
            ? words.nothingWaits
            : waiting.map((status, index) => (
                <Fragment key={status}>
                  {index > 0 && ' · '}
                  <CountLink count={unfinished[status]} most={MAX_COUNTED} filters={{ status }} /> {words.waitingIn[status]}
                </Fragment>
              ))
        }
      />
      <Card
        label={words.oldest}
        value={overdue === null || overdueMs === null ? '–' : <OverdueLink id={overdue.email_id} ms={overdueMs} />}
        note={overdueMs === null ? words.nothingOverdue : words.overdueHint}
        tone={overdueMs !== null && overdueMs > LONG_OVERDUE_MS ? 'text-warn' : ''}
      />
      <Card
        label={words.scheduled}
        value={<CountLink count={unfinished.scheduled} most={MAX_COUNTED} filters={{ status: 'scheduled' }} />}
        note={unfinished.scheduled > 0 ? words.scheduledHint : words.scheduledNone}
      />
      <Card
        label={words.inDoubt}
        value={<CountLink count={unfinished.in_doubt} most={MAX_COUNTED} filters={{ status: 'in_doubt' }} />}
        note={unfinished.in_doubt > 0 ? words.inDoubtHint : words.inDoubtNone}
        tone={unfinished.in_doubt > 0 ? 'text-warn' : ''}
      />
    </ul>
  );
}

const OverdueLink = ({ id, ms }: { readonly id: string; readonly ms: number }) => (
  <Link href={`/dashboard/emails/${id}`} className="underline decoration-line underline-offset-4 hover:decoration-ink">
    {duration(Math.floor(ms / 1000) * 1000)}
  </Link>
);

function Card(props: { readonly label: string; readonly value: ReactNode; readonly note?: ReactNode; readonly tone?: string }) {
  const { label, value, note, tone = '' } = props;
  return (
    <li className="rounded-lg first:max-sm:col-span-2 border border-line bg-surface px-4 py-3">
      <p className="text-xs text-muted">{label}</p>
      <p className={`numbers mt-0.5 text-2xl font-semibold tracking-tight ${tone}`}>{value}</p>
      {note !== undefined && <p className="numbers text-xs text-muted">{note}</p>}
    </li>
  );
}
