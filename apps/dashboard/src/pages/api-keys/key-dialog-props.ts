import type { ApiKey } from '../../api/types.ts';

/** What every question about a key needs. */
export interface KeyDialogProps {
  readonly apiKey: ApiKey;
  /** The list is to be read again. */
  readonly onChanged: () => void;
  readonly onClose: () => void;
}
