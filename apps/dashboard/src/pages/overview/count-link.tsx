/** A number of emails, and the way to the list that shows them. */
import { Link } from 'wouter';
import { cappedCount } from '../../format/number.ts';
import { NO_FILTERS, writeFilters, type Filters } from '../emails/filters.ts';

/** What is counted, and by which filters the list has it. */
interface CountLinkProps {
  readonly count: number;
  /** Counting ended there. */
  readonly most: number;
  readonly filters: Partial<Filters>;
}

/** The list has as many emails as the number says, for as long as none of them moves on. */
export function CountLink({ count, most, filters }: CountLinkProps) {
  const text = cappedCount(count, most);
  return count === 0 ? (
    text
  ) : (
    <Link
      href={`/dashboard/emails?${writeFilters({ ...NO_FILTERS, ...filters }).toString()}`}
      className="underline decoration-line underline-offset-4 hover:decoration-ink"
    >
      {text}
    </Link>
  );
}
