/**
 * Reads once for all who ask within `forMs`, also for those who ask while the first read is under way.
 * What fails is not remembered.
 *
 * @param now milliseconds from any fixed point.
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
