/** From page to page, by the ids at their ends. */
import { strings } from '../strings.ts';
import { Button } from './button.tsx';

/** The page that is shown: what is older than one id, or newer; the newest with neither. */
export interface Position {
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** What there is before and behind the page. */
interface PagerProps {
  readonly position: Position;
  /** Whether there are more in the direction in which the page was read. */
  readonly hasMore: boolean;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly onChange: (position: Position) => void;
}

/** Nothing where everything is on one page. */
export function Pager({ position: { after, before }, hasMore, first, last, onChange }: PagerProps) {
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
