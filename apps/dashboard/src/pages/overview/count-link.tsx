/** A count that links to the list of the counted emails. */
import { Link } from 'wouter';
import { cappedCount } from '../../format/number.ts';
import { NO_FILTERS, writeFilters, type Filters } from '../emails/filters.ts';

/** The count and the filters of the list. */
interface CountLinkProps {
  readonly count: number;
  /** The number at which the API stops counting. */
  readonly most: number;
  readonly filters: Partial<Filters>;
}

/** The list matches the count until one of the emails changes its status. */
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
