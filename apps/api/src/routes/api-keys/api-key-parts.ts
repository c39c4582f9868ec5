import type { Database } from '@sendoff/db';

/** What the routes of keys work with. */
export interface ApiKeyRouteParts {
  readonly database: Database;
  /** Called with each key that was changed or revoked here, before the answer. */
  readonly onKeyChanged: (apiKeyId: string) => void;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}
