/** The worker's verbs on the table, shared by the deliveries that are under way at the same time. */
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

/** One at a time for the caller; grouped into few statements underneath. */
export interface DeliveryStore {
  readonly begin: (claim: AttemptClaim) => Promise<Delivery | SetAside | null>;
  readonly record: (outcome: RecordedOutcome) => Promise<number | null>;
}

/** Emails in one statement at most: with their html and text they are to fit into memory several times. */
const MAX_BEGUN = 50;
const MAX_RECORDED = 200;

/**
 * Opens the store of one worker.
 *
 * @param noteWebhooks hears which endpoints are to be told of an outcome.
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
      // An error may hide a commit. The sweep then closes what was begun so, for nothing was sent.
      notes.unknown();
      throw error;
    }
  };
  // Side by side, each would find half as many emails to bring on, for the same price of a statement and a commit.
  const turns = openTurns();
  return {
    begin: groupCommit(begin, { maxItems: MAX_BEGUN, turns }),
    record: groupCommit((outcomes) => recordOutcomes(database, outcomes, noteWebhooks), { maxItems: MAX_RECORDED, turns }),
  };
}
