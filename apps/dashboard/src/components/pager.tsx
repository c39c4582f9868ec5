/** Cursor pagination by the ids at the ends of a page. */
import { strings } from '../strings.ts';
import { Button } from './button.tsx';

/** The cursor of the current page: items older than `after` or newer than `before`; neither for the newest page. */
export interface Position {
  readonly after: string | undefined;
  readonly before: string | undefined;
}

/** The current page and what lies around it. */
interface PagerProps {
  readonly position: Position;
  /** Whether more items follow in the direction in which the page was read. */
  readonly hasMore: boolean;
  readonly first: string | undefined;
  readonly last: string | undefined;
  readonly onChange: (position: Position) => void;
}

/** Renders nothing when everything fits on one page. */
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
