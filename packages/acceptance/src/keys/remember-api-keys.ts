import type { ActiveApiKey } from '@sendoff/db';

/** Revoked keys are refused within 5 s; a second of that is for the look-up itself. */
const REMEMBERED_MS = 4000;
const MOST_REMEMBERED = 1000;

type FindApiKey = (token: string) => Promise<ActiveApiKey | null>;

/** Keys, with a memory. */
export interface RememberedApiKeys {
  readonly find: FindApiKey;
  /** Whether the key was right when it was last looked up, or is being looked up; however long ago that was. */
  readonly knows: (token: string) => boolean;
  /** Looks it up again the next time. */
  readonly forget: (token: string) => void;
}

/**
 * Looks a key up once for all requests that come within a few seconds, also for those that come while
 * the first look-up is under way. Failures and unknown keys are not remembered.
 *
 * @param now milliseconds from any fixed point.
 */
export function rememberApiKeys(find: FindApiKey, now: () => number): RememberedApiKeys {
  const remembered = new Map<string, { readonly found: ReturnType<FindApiKey>; readonly until: number }>();

  const findOnce: FindApiKey = (token) => {
    const known = remembered.get(token);
    if (known !== undefined && now() < known.until) return known.found;

    const entry = { found: find(token), until: now() + REMEMBERED_MS };
    const forget = () => {
      if (remembered.get(token) === entry) remembered.delete(token);
    };
    // Last in the order of insertion, so that the first is always the oldest.
    remembered.delete(token);
    remembered.set(token, entry);
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    entry.found.then((key) => {
      if (key === null) forget();
    }, forget);
    return entry.found;
  };
  return { find: findOnce, knows: (token) => remembered.has(token), forget: (token) => void remembered.delete(token) };
}
