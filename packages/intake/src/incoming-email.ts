/** Types of a submitted email and its submitter. */
import type { ActiveApiKey, Submission } from '@sendoff/db';

/** An email to accept. A submitted message includes its parsed header for the checks. */
export type IncomingEmail = Submission & { readonly header?: MessageHeader };

/** The part of an email that is checked. Its plain text may not exist yet. */
export type CheckedEmail = Omit<IncomingEmail, 'text'>;

/** What a message's header says that is checked but not stored. */
export interface MessageHeader {
  /**
   * Every address in `From` and `Sender`, in lower case with the domain in ASCII; null when two programs could read
   * different ones.
   */
  readonly authors: readonly string[] | null;
  /** The names of its fields. */
  readonly fieldNames: readonly string[];
}

/** Who submits emails. */
export interface SubmittedBy {
  /** Null for the operator at the command line, who has no limits. */
  readonly apiKey: ActiveApiKey | null;
  /** How many of the emails already count against the rate of the key; 0 when left out. */
  readonly countedEmails?: number;
}
