/** Counts of the emails in the time range by current status. Each links to the matching list. */
import type { Series } from '../../api/types.ts';
import { strings } from '../../strings.ts';
import type { Filters } from '../emails/filters.ts';
import { CountLink } from './count-link.tsx';

/** The API counts up to this number in each status; one more means any larger number. */
const MAX_COUNTED = 100_000;

const TOTALS = [
  { name: 'accepted', tone: 'tone-calm', filters: {} },
  { name: 'sent', tone: 'tone-good', filters: { status: 'sent', mode: 'live' } },
  { name: 'deferred', tone: 'tone-warn', filters: { status: 'deferred', mode: 'live' } },
  { name: 'bounced', tone: 'tone-bad', filters: { status: 'bounced', mode: 'live' } },
  { name: 'failed', tone: 'tone-bad', filters: { status: 'failed', mode: 'live' } },
  { name: 'suppressed', tone: 'tone-bad', filters: { status: 'suppressed', mode: 'live' } },
  { name: 'simulated', tone: 'tone-calm', filters: { mode: 'test' } },
] as const satisfies readonly {
  readonly name: keyof Series['emails'];
  readonly tone: string;
  readonly filters: Partial<Filters>;
}[];

/** Sandbox totals appear only when there are any. */
export function RangeTotals({ emails }: Pick<Series, 'emails'>) {
  const time = { since: 'custom', from: emails.from, until: emails.until } as const;
  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 px-4 py-3">
      {TOTALS.filter(({ name }) => name !== 'simulated' || emails.simulated > 0).map(({ name, tone, filters }) => (
        <div key={name} className={`${tone} flex flex-col-reverse`}>
          <dt className="flex items-center gap-1.5 text-xs text-muted">
            <span aria-hidden className="toned-dot size-1.5 rounded-full" />
            {strings.overview[name]}
          </dt>
          <dd className="numbers text-lg font-semibold">
            <CountLink count={emails[name]} most={MAX_COUNTED} filters={{ ...filters, ...time }} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
