/** Registry of the resources that a process shares between keys, for metrics. */

/** The share of one key in a resource. */
export interface KeyShare {
  /** The id of an API key, or of another consumer such as an address. */
  readonly key: string;
  /** The amount held, in the unit of the resource. */
  readonly held: number;
  /** Number of waiting requests. */
  readonly waiting: number;
}

/** The share key of mail without an API key, submitted on the command line. */
export const OPERATOR = 'operator';

/** The share key of an email, by its API key. */
export const shareKeyOf = (apiKeyId: string | null): string => apiKeyId ?? OPERATOR;

const resources = new Map<string, Set<() => readonly KeyShare[]>>();

/**
 * Registers a resource for {@link sharedResources}.
 *
 * @param resource its name, such as `body_bytes`. Resources of the same name are merged.
 */
export function watchShares(resource: string, shares: () => readonly KeyShare[]): void {
  const readers = resources.get(resource) ?? new Set();
  resources.set(resource, readers.add(shares));
}

/** The current shares of all keys in all resources of this process; empty for a resource that is not in use. */
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
