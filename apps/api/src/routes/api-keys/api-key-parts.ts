import type { Database } from '@sendoff/db';

/** What the API key routes need. */
export interface ApiKeyRouteParts {
  readonly database: Database;
  /** Called with each key that was changed or revoked here, before the response. */
  readonly onKeyChanged: (apiKeyId: string) => void;
  /** Milliseconds since 1970. */
  readonly wallClock: () => number;
}
