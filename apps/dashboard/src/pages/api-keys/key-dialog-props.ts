import type { ApiKey } from '../../api/types.ts';

/** The props of every dialog about a key. */
export interface KeyDialogProps {
  readonly apiKey: ApiKey;
  /** Called when the list must be refetched. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}
