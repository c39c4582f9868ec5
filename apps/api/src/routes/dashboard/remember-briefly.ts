/**
 * Caches the result of `read` for `forMs`. Calls during the first read share it. A failed read is not cached.
 *
 * @param now a monotonic clock in milliseconds.
 */
export function rememberBriefly<Value>(read: () => Promise<Value>, forMs: number, now: () => number): () => Promise<Value> {
  let last: { readonly value: Promise<Value>; readonly until: number } | undefined;
  return () => {
    if (last !== undefined && now() < last.until) return last.value;
    const entry = { value: read(), until: now() + forMs };
    last = entry;
    entry.value.catch(() => {
      if (last === entry) last = undefined;
    });
    return entry.value;
  };
}
