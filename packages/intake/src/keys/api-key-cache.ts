import { groupCommit } from '@sendoff/runtime';
import type { ActiveApiKey } from '@sendoff/db';

/** How long a key may be used after its look-up began: a revoked key is refused within a second. */
const MAX_AGE_MS = 900;
/** Age at which a key in use is looked up again, so that no request waits for a look-up. */
const REFRESH_AGE_MS = 400;
/** Keys to look up again are collected for this long, and share a statement. */
const REFRESH_DELAY_MS = 100;
const MAX_CACHED_KEYS = 1000;
const MAX_KEYS_PER_STATEMENT = 500;

/** Looks up keys by their tokens. Returns one entry per token, in the same order: the key, or null when it does not exist or is revoked. */
export type FindApiKeys = (tokens: readonly string[]) => Promise<readonly (ActiveApiKey | null)[]>;

/** API keys by token, cached for less than a second. */
export interface ApiKeyCache {
  /** The key with this token, as it was within the last second; null when it does not exist or is revoked. */
  readonly find: (token: string) => Promise<ActiveApiKey | null>;
  /** Drops the entry, so that the next request looks the token up. */
  readonly invalidate: (token: string) => void;
  /** Drops all entries of a key that this process has just revoked or changed. */
  readonly invalidateKey: (apiKeyId: string) => void;
}

interface Entry {
  found: Promise<ActiveApiKey | null>;
  /** The result of `found`; undefined until it resolves. */
  key: ActiveApiKey | undefined;
  lookedUpAt: number;
}

/**
 * Opens a cache that looks a key up once for all requests within half a second, including those that arrive during the
 * look-up. Keys in use cost the database two statements a second in all, however many keys and requests there are; unused
 * keys cost nothing. Failures and unknown tokens are not cached.
 *
 * @param now milliseconds from any fixed point.
 */
export function openApiKeyCache(findMany: FindApiKeys, now: () => number): ApiKeyCache {
  const entries = new Map<string, Entry>();
  const due = new Map<string, Entry>();
  let timer: NodeJS.Timeout | undefined;
  const lookUp = groupCommit(findMany, { maxItems: MAX_KEYS_PER_STATEMENT });

  const find = (token: string): Promise<ActiveApiKey | null> => {
    const known = entries.get(token);
    const age = known === undefined ? Infinity : now() - known.lookedUpAt;
    if (known === undefined || age >= MAX_AGE_MS) return findNow(token);
    if (age >= REFRESH_AGE_MS) {
      due.set(token, known);
      timer ??= setTimeout(() => void refresh(), REFRESH_DELAY_MS).unref();
    }
    return known.found;
  };

  const findNow = (token: string): Promise<ActiveApiKey | null> => {
    const entry: Entry = { found: lookUp(token), key: undefined, lookedUpAt: now() };
    putLast(token, entry);
    const [oldest] = entries.keys();
    if (entries.size > MAX_CACHED_KEYS && oldest !== undefined) entries.delete(oldest);
    entry.found.then(
      (key) => settle(token, entry, key),
      () => settle(token, entry, null),
    );
    return entry.found;
  };

  /** Stores the result, unless the entry was invalidated meanwhile: the result may then be out of date. */
  const settle = (token: string, entry: Entry, key: ActiveApiKey | null): void => {
    if (entries.get(token) !== entry) return;
    if (key === null) entries.delete(token);
    else entry.key = key;
  };

  /** Re-inserts the entry, so that the first entry of the map is always the oldest. */
  const putLast = (token: string, entry: Entry): void => {
    entries.delete(token);
    entries.set(token, entry);
  };

  const refresh = async (): Promise<void> => {
    const refreshed = [...due];
    due.clear();
    timer = undefined;
    const begunAt = now();
    try {
      const keys = await findMany(refreshed.map(([token]) => token));
      for (const [index, [token, entry]] of refreshed.entries()) {
        const key = keys[index] ?? null;
        settle(token, entry, key);
        if (key === null || entries.get(token) !== entry) continue;
        entry.found = Promise.resolve(key);
        entry.lookedUpAt = begunAt;
        putLast(token, entry);
      }
    } catch {
      // The entries keep ageing; the first request that finds one too old looks it up and gets the error.
    }
  };

  return {
    find,
    invalidate: (token) => void entries.delete(token),
    invalidateKey: (apiKeyId) => {
      // A look-up in progress may have begun before the key was revoked.
      for (const [token, { key }] of entries) if (key === undefined || key.id === apiKeyId) entries.delete(token);
    },
  };
}
