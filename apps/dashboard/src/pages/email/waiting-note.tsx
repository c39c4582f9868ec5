/** Explains why an email is waiting and until when. */
import type { Email } from '../../api/types.ts';
import { toneOf } from '../../components/status-tones.ts';
import { useSeconds } from '../../components/time.tsx';
import { duration, exactTime, readTime, relativeTime } from '../../format/time.ts';
import { spoken } from '../../format/spoken.ts';
import { strings } from '../../strings.ts';

const words = strings.email.waiting;

/** Milliseconds past the scheduled attempt after which it counts as late. */
const LATE_MS = 10_000;

function dueSince(next: Date, now: Date): string {
  const late = now.getTime() - next.getTime();
  return late < LATE_MS ? words.due : words.late(duration(Math.floor(late / 1000) * 1000));
}

/** Renders nothing for an email that is not waiting. */
export function WaitingNote({ email: { waiting, status } }: { readonly email: Email }) {
  const now = useSeconds();
  if (waiting === null) return null;
  const { reason, next_attempt_at } = waiting;
  const next = next_attempt_at === null ? null : readTime(next_attempt_at);
  const why = reason === 'scheduled' || reason === 'queued' ? words[reason] : spoken(reason);
  return (
    <p className={`${toneOf(status)} toned-edge rounded-lg border bg-surface px-4 py-2.5 wrap-anywhere`}>
      <span className="font-medium">{why}</span>{' '}
      {next === null ? words.person : next <= now ? dueSince(next, now) : words.next(relativeTime(next, now), exactTime(next))}
    </p>
  );
}
