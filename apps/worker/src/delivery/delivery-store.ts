/** Begins attempts and records their outcomes, batching concurrent deliveries into few statements. */
import { groupCommit, openTurns } from '@sendoff/runtime';
import { TEST_ADDRESSES } from '@sendoff/core';
import {
  beginOrSetAside,
  recordOutcomes,
  type AttemptClaim,
  type Database,
  type Delivery,
  type LeaseTerms,
  type NoteWebhooks,
  type RecordedOutcome,
  type SetAside,
  type SetAsideTerms,
} from '@sendoff/db';
import type { LeaseKeeper } from './lease-keeper.ts';
import { LARGE_BYTES } from './sending-memory.ts';

/** Takes one email at a time; concurrent calls share a statement. */
export interface DeliveryStore {
  readonly begin: (claim: AttemptClaim) => Promise<Delivery | SetAside | null>;
  readonly record: (outcome: RecordedOutcome) => Promise<number | null>;
}

/** Most emails in one statement; bounded because their html and text are held in memory several times. */
const MAX_BEGUN = 50;
const MAX_RECORDED = 200;

/**
 * Opens the store of one worker.
 *
 * @param noteWebhooks called with the endpoints that have a new webhook after an outcome.
 */
export function openDeliveryStore(
  database: Database,
  leases: LeaseKeeper,
  terms: LeaseTerms & Pick<SetAsideTerms, 'setAsideMs'>,
  noteWebhooks: NoteWebhooks,
): DeliveryStore {
  const begin = async (claims: readonly AttemptClaim[]): Promise<(Delivery | SetAside | null)[]> => {
    const notes = leases.trackClaims(claims.map(({ emailId }) => emailId));
    try {
      const begun = await beginOrSetAside(database, claims, { ...terms, maxBytes: LARGE_BYTES, simulated: TEST_ADDRESSES });
      notes.begun(begun.flatMap((email) => (email === null || 'kind' in email ? [] : email.id)));
      return begun;
    } catch (error) {
      // The commit may have succeeded despite the error. Nothing was sent, so the sweep closes these attempts at once.
      notes.unknown();
      throw error;
    }
  };
  // Run in turns: run concurrently, each statement would batch half as many emails for the same cost per commit.
  const turns = openTurns();
  return {
    begin: groupCommit(begin, { maxItems: MAX_BEGUN, turns }),
    record: groupCommit((outcomes) => recordOutcomes(database, outcomes, noteWebhooks), { maxItems: MAX_RECORDED, turns }),
  };
}
