/** Who holds, and who waits for, what a process shares out between keys: for metrics. */

/** What one key has of a shared resource. */
export interface KeyShare {
  /** The id of an API key, or what else the resource is shared by. */
  readonly key: string;
  /** What the key holds, in the unit of the resource. */
  readonly held: number;
  /** Requests of the key that wait for a share. */
  readonly waiting: number;
}

/** Whose share the command line takes, which has no API key. */
export const OPERATOR = 'operator';

/** Whose share an email takes, by the API key that it came with. */
export const shareKeyOf = (apiKeyId: string | null): string => apiKeyId ?? OPERATOR;

const resources = new Map<string, Set<() => readonly KeyShare[]>>();

/**
 * Makes the shares of a resource visible to {@link sharedResources}.
 *
 * @param resource its name, such as `body_bytes`. Several of one name are shown as one.
 */
export function watchShares(resource: string, shares: () => readonly KeyShare[]): void {
  const readers = resources.get(resource) ?? new Set();
  resources.set(resource, readers.add(shares));
}

/** The shares of every key in every resource of this process, as they are now. A resource that is free has none. */
export function sharedResources(): ReadonlyMap<string, readonly KeyShare[]> {
  return new Map([...resources].map(([resource, readers]) => [resource, merge([...readers].flatMap((read) => read()))]));
}

function merge(shares: readonly KeyShare[]): KeyShare[] {
  const merged = new Map<string, KeyShare>();
  for (const { key, held, waiting } of shares) {
    const before = merged.get(key);
    merged.set(key, { key, held: held + (before?.held ?? 0), waiting: waiting + (before?.waiting ?? 0) });
  }
  return [...merged.values()];
}
