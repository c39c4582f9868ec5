/** The worker's verbs on the table, shared by the deliveries that are under way at the same time. */
import { groupCommit, openTurns } from '@sendoff/config';
import {
  beginAttempts,
  recordOutcomes,
  type AttemptClaim,
  type Database,
  type Delivery,
  type LeaseTerms,
  type NoteWebhooks,
  type RecordedOutcome,
} from '@sendoff/db';
import type { LeaseKeeper } from './lease-keeper.ts';

/** One at a time for the caller; grouped into few statements underneath. */
export interface DeliveryStore {
  readonly begin: (claim: AttemptClaim) => Promise<Delivery | null>;
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
  terms: LeaseTerms,
  noteWebhooks: NoteWebhooks,
): DeliveryStore {
  const begin = async (claims: readonly AttemptClaim[]): Promise<(Delivery | null)[]> => {
    const notes = leases.noteBeginning(claims.map(({ emailId }) => emailId));
    try {
      const begun = await beginAttempts(database, claims, terms);
      notes.begun(begun.flatMap((email) => email?.id ?? []));
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
