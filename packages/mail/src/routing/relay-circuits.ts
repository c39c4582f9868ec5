import type { CircuitEvidence } from './circuit-evidence.ts';
import { openCircuit, type Circuit, type CircuitChange, type OpenCircuit, type Turn } from './circuit.ts';
import { RecentResults } from './recent-results.ts';

/** An open circuit that applies to a sender. */
export interface MetCircuit extends OpenCircuit {
  /** Whether the relay fails for all mail, and not only for this sender. */
  readonly ofAll: boolean;
}

/** A change of one circuit; `sender` is null for the circuit of all mail. */
export type CircuitsChange = CircuitChange & { readonly sender: string | null };

/** The turns of a delivery in the circuits that apply to it. */
export interface CircuitTurns {
  readonly sender: string;
  readonly all: Turn;
  readonly own: { readonly circuit: Circuit; readonly turn: Turn } | null;
}

/**
 * The circuit of a relay for all mail, and one for each sender for which it fails.
 *
 * A failure before MAIL concerns all mail and opens the circuit of all. A later failure may be caused by a message, a sender or
 * a receiver: it opens the sender's circuit when it occurs with several receivers, and the circuit of all only on the evidence
 * of several senders. So no sender can block a relay for others by what it sends.
 */
export class RelayCircuits {
  readonly #now: () => number;
  readonly #changed: (change: CircuitsChange) => void;
  readonly #results: RecentResults;
  readonly #all: Circuit;
  readonly #own = new Map<string, Circuit>();

  /** `now` is a clock in milliseconds. */
  constructor(now: () => number, changed: (change: CircuitsChange) => void = () => undefined) {
    this.#now = now;
    this.#changed = changed;
    this.#results = new RecentResults(now);
    this.#all = openCircuit(now, (change) => changed({ ...change, sender: null }));
  }

  /** Null when the next delivery of this sender may use the relay, possibly as a probe. */
  blocking(sender: string): MetCircuit | null {
    const ofAll = this.blockingAll();
    if (ofAll !== null) return { ...ofAll, ofAll: true };
    const own = this.#own.get(sender)?.blocking() ?? null;
    return own === null ? null : { ...own, ofAll: false };
  }

  /** The same for the circuit of all mail. */
  blockingAll(): OpenCircuit | null {
    return this.#all.blocking();
  }

  /** Records that a delivery of this sender starts using the relay. */
  begin(sender: string): CircuitTurns {
    const circuit = this.#own.get(sender);
    return { sender, all: this.#all.begin(), own: circuit === undefined ? null : { circuit, turn: circuit.begin() } };
  }

  /** Records the evidence of the delivery for which `begin` returned the turns. */
  end(evidence: CircuitEvidence, turns: CircuitTurns): void {
    const { sender, all, own } = turns;
    if (evidence.kind !== 'likely') {
      if (evidence.kind === 'health') this.#results.note(sender, null);
      else if (evidence.kind === 'certain' && this.#all.isCurrent(all)) this.#results.forget();
      this.#all.end(evidence, all);
      // An answer closes the sender's circuit, also for a delivery that began before it opened.
      this.#own.get(sender)?.end(evidence.kind === 'certain' ? NOTHING : evidence, own?.turn ?? all);
      return;
    }
    const { fault, receivers } = evidence;
    const isCurrent = this.#all.isCurrent(all) && (own === null ? !this.#own.has(sender) : own.circuit.isCurrent(own.turn));
    if (isCurrent) this.#results.note(sender, receivers);
    const failsAll = isCurrent && this.#results.failsAll();
    const failsSender = isCurrent && !failsAll && this.#results.fails(sender);
    this.#all.end(failsAll ? { kind: 'certain', fault } : NOTHING, all);
    if (failsAll) this.#results.forget();
    if (failsSender) this.#fail(sender, turns, { kind: 'certain', fault });
    else own?.circuit.end(NOTHING, own.turn);
  }

  #fail(sender: string, { own }: CircuitTurns, evidence: Extract<CircuitEvidence, { readonly kind: 'certain' }>): void {
    if (own !== null) own.circuit.end(evidence, own.turn);
    else {
      for (const [other, circuit] of this.#own) if (circuit.isForgotten()) this.#own.delete(other);
      const circuit = openCircuit(this.#now, (change) => this.#changed({ ...change, sender }));
      this.#own.set(sender, circuit);
      circuit.end(evidence, circuit.begin());
    }
  }
}

const NOTHING = { kind: 'nothing' } as const;
