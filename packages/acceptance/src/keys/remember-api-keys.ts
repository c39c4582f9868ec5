import { groupCommit } from '@sendoff/runtime';
import type { ActiveApiKey } from '@sendoff/db';

/** Age from the begin of its look-up up to which a key is used as it is: one that is revoked is refused within a second. */
const MAX_AGE_MS = 900;
/** Age from which a key that is in use is looked up again ahead of time, so that no request has to wait for that. */
const REFRESH_AGE_MS = 400;
/** Keys that are to be looked up again wait so long for others, and share a statement. */
const REFRESH_DELAY_MS = 100;
const MOST_REMEMBERED = 1000;
/** Keys in one statement at most. */
const MOST_AT_ONCE = 500;

/** Looks keys up by what they were shown with: a key for each, or null where there is none or it is revoked, in their order. */
export type FindApiKeys = (tokens: readonly string[]) => Promise<readonly (ActiveApiKey | null)[]>;

/** Keys, with a memory. */
export interface RememberedApiKeys {
  /** The key with this token, as it was within the last second; null when there is none or it is revoked. */
  readonly find: (token: string) => Promise<ActiveApiKey | null>;
  /** Looks it up again the next time. */
  readonly forget: (token: string) => void;
  /** To be called once this process has revoked a key: whatever stands for it is refused from now on. */
  readonly forgetKey: (apiKeyId: string) => void;
}

interface Entry {
  found: Promise<ActiveApiKey | null>;
  /** What `found` came to; undefined until it has. */
  key: ActiveApiKey | undefined;
  lookedUpAt: number;
}

/**
 * Looks a key up once for all requests that come within half a second, also for those that come while the first look-up
 * is under way. Keys in use cost the database two statements a second, however many they are and however many requests
 * they come with; keys that are not in use cost nothing. Failures and unknown keys are not remembered.
 *
 * @param now milliseconds from any fixed point.
 */
export function rememberApiKeys(findMany: FindApiKeys, now: () => number): RememberedApiKeys {
  const remembered = new Map<string, Entry>();
  const due = new Map<string, Entry>();
  let timer: NodeJS.Timeout | undefined;
  const lookUp = groupCommit(findMany, { maxItems: MOST_AT_ONCE });

  const find = (token: string): Promise<ActiveApiKey | null> => {
    const known = remembered.get(token);
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
    const [oldest] = remembered.keys();
    if (remembered.size > MOST_REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    entry.found.then(
      (key) => settle(token, entry, key),
      () => settle(token, entry, null),
    );
    return entry.found;
  };

  /** Where it was forgotten meanwhile, what was found may be out of date. */
  const settle = (token: string, entry: Entry, key: ActiveApiKey | null): void => {
    if (remembered.get(token) !== entry) return;
    if (key === null) remembered.delete(token);
    else entry.key = key;
  };

  /** Last in the order of insertion, so that the first is always the oldest. */
  const putLast = (token: string, entry: Entry): void => {
    remembered.delete(token);
    remembered.set(token, entry);
  };

  const refresh = async (): Promise<void> => {
    const entries = [...due];
    due.clear();
    timer = undefined;
    const begunAt = now();
    try {
      const keys = await findMany(entries.map(([token]) => token));
      for (const [index, [token, entry]] of entries.entries()) {
        const key = keys[index] ?? null;
        settle(token, entry, key);
        if (key === null || remembered.get(token) !== entry) continue;
        entry.found = Promise.resolve(key);
        entry.lookedUpAt = begunAt;
        putLast(token, entry);
      }
    } catch {
      // The keys go on ageing, and the first request that finds one too old gets the error.
    }
  };

  return {
    find,
    forget: (token) => void remembered.delete(token),
    forgetKey: (apiKeyId) => {
      // A look-up that is under way may have begun before the key was revoked.
      for (const [token, { key }] of remembered) if (key === undefined || key.id === apiKeyId) remembered.delete(token);
    },
  };
}
