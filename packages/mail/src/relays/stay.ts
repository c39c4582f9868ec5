import { circuitEvidence } from './circuit-evidence.ts';
import { deliverOnce, type Parcel, type Relay } from './deliver-once.ts';
import type { SingleReport } from './delivery-report.ts';
import type { Connection } from './find-connection.ts';
import type { DeliveryParties } from './relay-gate.ts';
import type { PartialDelivery } from './report-unfit.ts';
import type { DeliveryPhase } from '../replies/delivery-phase.ts';
import type { TrackedMessage } from './tracked-message.ts';

/** A message's place at a relay: taken at once, used once. */
export interface Stay {
  /** Hands the message over, gives the place back, and says what came of it. */
  readonly deliver: (parcel: Parcel, partial: PartialDelivery) => Promise<SingleReport>;
}

/** So far nothing of the message has been sent, and breaking off leaves nothing in doubt. */
const BEFORE_CONTENT: readonly DeliveryPhase[] = ['connect', 'authenticate', 'mail', 'recipient', 'data'];

/**
 * Takes a place for a message of these parties at a relay whose gate has no obstacle.
 *
 * @param options.now a clock in milliseconds.
 * @param options.moved is called when the place becomes free after the delivery is over.
 */
export function beginStay(
  relay: Relay,
  parties: DeliveryParties,
  { now, moved }: { readonly now: () => number; readonly moved: () => void },
): Stay {
  let message: TrackedMessage | undefined;
  let brokenOff = false;
  let resetting: Connection | undefined;
  const giveUp = new AbortController();
  const { domains } = parties;
  const passage = relay.gate.enter(
    parties,
    () => {
      brokenOff = true;
      giveUp.abort();
    },
    () => BEFORE_CONTENT.includes(message?.phase ?? 'connect'),
  );

  const deliver = async (parcel: Parcel, partial: PartialDelivery): Promise<SingleReport> => {
    const { signal } = parcel;
    const passOn = (): void => giveUp.abort();
    signal?.addEventListener('abort', passOn, { once: true });
    if (signal?.aborted === true) passOn();
    let report: SingleReport | undefined;
    try {
      report = await deliverOnce(relay, { ...parcel, signal: giveUp.signal }, partial, {
        made: (made) => (message = made),
        begun: passage.begun,
        resetting: (connection) => (resetting = connection),
      });
      if (brokenOff && report.kind === 'relay_trouble' && report.reason === 'interrupted') {
        report = { ...report, reason: 'slow_receiver', message: brokenOffMessage(domains) };
      }
      return report;
    } finally {
      signal?.removeEventListener('abort', passOn);
      passage.end(report === undefined ? { kind: 'nothing' } : circuitEvidence(report, domains.join(' '), now()));
      if (resetting === undefined) passage.free();
      else resetting.onceFree(freeLater);
    }
  };
  const freeLater = (): void => {
    passage.free();
    moved();
  };
  return { deliver };
}

const brokenOffMessage = (domains: readonly string[]): string =>
  `broken off before the message was handed over: ${domains.join(', ')} kept its connections waiting, and others needed them`;
