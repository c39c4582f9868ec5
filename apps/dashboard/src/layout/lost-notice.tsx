/** Says that the page hears nothing from the API, and since when. */
import { exactTime } from '../format/time.ts';
import type { LiveStatus } from '../live/follow-now.ts';
import { strings } from '../strings.ts';

/** The place is there before there is something to say, so that screen readers say it. */
export function LostNotice({ status }: { readonly status: LiveStatus }) {
  return (
    <div aria-live="assertive">
      {status.kind === 'lost' && (
        <div className="tone-bad toned-edge mb-4 rounded-lg border bg-surface px-4 py-2.5 wrap-anywhere">
          <p className="font-medium">{strings.lost.title(exactTime(status.since))}</p>
          <p>{status.problem === null ? strings.lost.noAnswer : strings.lost.answer(status.problem)}</p>
        </div>
      )}
    </div>
  );
}
