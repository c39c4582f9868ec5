/** The hand-overs to relays that are under way, so that a shutdown can call back what no relay has taken yet. */
export interface HandOvers {
  /** Begins one; call `end` when it is over. After {@link HandOvers.recall} its signal is aborted from the start. */
  begin(): { readonly signal: AbortSignal; readonly end: () => void };
  /** There is no more time: what can be handed back is. */
  recall(): void;
}

/** Opens the list. Each hand-over has a signal of its own, as listeners on a shared one would pile up. */
export function openHandOvers(): HandOvers {
  const underWay = new Set<AbortController>();
  let recalled = false;
  return {
    begin: () => {
      const handOver = new AbortController();
      if (recalled) handOver.abort();
      underWay.add(handOver);
      return { signal: handOver.signal, end: () => underWay.delete(handOver) };
    },
    recall: () => {
      recalled = true;
      for (const handOver of underWay) handOver.abort();
    },
  };
}
