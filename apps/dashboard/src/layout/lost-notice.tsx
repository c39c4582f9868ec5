/** A notice that the connection to the API is lost, and since when. */
import { exactTime } from '../format/time.ts';
import type { LiveStatus } from '../live/follow-now.ts';
import { strings } from '../strings.ts';

/** The live region is always rendered, since screen readers announce only changes inside an existing one. */
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
