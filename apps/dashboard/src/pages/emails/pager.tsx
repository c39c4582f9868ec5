/** From page to page, by the ids at their ends. */
import { Button } from '../../components/button.tsx';
import { strings } from '../../strings.ts';
import type { Filters } from './filters.ts';

/** What there is before and behind the page. */
interface PagerProps {
  readonly filters: Filters;
  /** Whether there are more in the direction in which the page was read. */
  readonly hasMore: boolean;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly onChange: (changes: Partial<Filters>) => void;
}

/** Nothing where everything is on one page. */
export function Pager({ filters: { after, before }, hasMore, first, last, onChange }: PagerProps) {
  const backwards = before !== undefined;
  const hasNewer = backwards ? hasMore : after !== undefined;
  const hasOlder = backwards || hasMore;
  if (!hasNewer && !hasOlder) return null;
  return (
    <nav aria-label={strings.emails.pages} className="flex justify-end gap-2 border-t border-line p-3">
      {(after !== undefined || backwards) && (
        <Button look="quiet" onClick={() => onChange({ after: undefined, before: undefined })}>
          {strings.emails.newest}
        </Button>
      )}
      <Button disabled={!hasNewer || first === undefined} onClick={() => onChange({ before: first, after: undefined })}>
        {strings.emails.newer}
      </Button>
      <Button disabled={!hasOlder || last === undefined} onClick={() => onChange({ after: last, before: undefined })}>
        {strings.emails.older}
      </Button>
    </nav>
  );
}
