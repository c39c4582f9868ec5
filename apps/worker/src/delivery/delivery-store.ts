/** The worker's verbs on the table, shared by the deliveries that are under way at the same time. */
import { groupCommit } from '@sendoff/config';
import {
  beginAttempts,
  recordOutcomes,
  type AttemptClaim,
  type Database,
  type Delivery,
  type LeaseTerms,
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

/** Opens the store of one worker. */
export function openDeliveryStore(database: Database, leases: LeaseKeeper, terms: LeaseTerms): DeliveryStore {
  const begin = async (claims: readonly AttemptClaim[]): Promise<(Delivery | null)[]> => {
    try {
      return await beginAttempts(database, claims, terms);
    } catch (error) {
      // An error may hide a commit. The emails then stay taken until their leases end, though nothing was sent.
      for (const { emailId } of claims) leases.noteUnknownBegin(emailId);
      throw error;
    }
  };
  return {
    begin: groupCommit(begin, { maxItems: MAX_BEGUN }),
    record: groupCommit((outcomes) => recordOutcomes(database, outcomes), { maxItems: MAX_RECORDED }),
  };
}
