/** While something is on its way, and when it did not come. */
import { strings } from '../strings.ts';
import { Button } from './button.tsx';

/** On its way. */
export function Loading() {
  return (
    <p role="status" className="p-4 text-muted">
      {strings.loading}
    </p>
  );
}

/** It did not come. */
export function LoadFailure({ error, onRetry }: { readonly error: Error; readonly onRetry: () => void }) {
  return (
    <div role="alert" className="flex flex-wrap items-center gap-3 p-4">
      <p className="text-bad">
        {strings.couldNotLoad} {error.message}
      </p>
      <Button onClick={onRetry}>{strings.retry}</Button>
    </div>
  );
}
