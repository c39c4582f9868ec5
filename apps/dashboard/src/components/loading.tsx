/** Loading and load-failure states. */
import { ApiError } from '../api/client.ts';
import { strings } from '../strings.ts';
import { Button } from './button.tsx';

/** Appears only after a delay, so that fast responses cause no flicker. */
export function Loading() {
  return (
    <p role="status" className="appear-late flex items-center gap-2 p-4 text-muted">
      <span aria-hidden className="spin size-3.5 rounded-full border-2 border-line border-t-accent" />
      {strings.loading}
    </p>
  );
}

/** Whether another request may succeed: not after a 4xx response, except for rate limits and ended sessions. */
const mayRetrySucceed = (error: Error): boolean =>
  !(error instanceof ApiError) || error.status >= 500 || error.status === 429 || error.status === 401;

/** Shown when loading failed. */
export function LoadFailure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 p-4">
      <p className="min-w-0 text-bad wrap-anywhere">
        {strings.couldNotLoad} {error.message}
      </p>
      {mayRetrySucceed(error) && <Button onClick={onRetry}>{strings.retry}</Button>}
    </div>
  );
}
