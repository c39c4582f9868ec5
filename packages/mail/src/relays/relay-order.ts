/** Which relay to try first. */
export interface RelayOrder<Relay> {
  /** All relays: first those that are well, in the order of the configuration, then those in trouble. */
  inOrder: () => readonly Relay[];
  /** Notes that `relay` was in trouble just now. */
  noteTrouble: (relay: Relay) => void;
  /** Notes that `relay` answered. */
  noteHealth: (relay: Relay) => void;
}

/** How long a relay stays at the end after trouble, in milliseconds. */
const PENALTY = 30_000;

/**
 * Remembers which relays were in trouble and puts those last until some time has passed; a relay
 * is never left out, as the one in trouble may be the only one. `now` is a clock in milliseconds.
 */
export function rememberTrouble<Relay>(relays: readonly Relay[], now: () => number): RelayOrder<Relay> {
  const troubledUntil = new Map<Relay, number>();
  const isWell = (relay: Relay): boolean => (troubledUntil.get(relay) ?? 0) <= now();
  return {
    inOrder: () => [...relays.filter(isWell), ...relays.filter((relay) => !isWell(relay))],
    noteTrouble: (relay) => {
      troubledUntil.set(relay, now() + PENALTY);
    },
    noteHealth: (relay) => {
      troubledUntil.delete(relay);
    },
  };
}
