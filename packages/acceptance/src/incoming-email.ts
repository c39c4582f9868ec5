/** An email on its way in, and who brings it. */
import type { ActiveApiKey, Submission } from '@sendoff/db';

/** An email that is to be kept. One that was submitted whole comes with what its header says, for the checks. */
export type IncomingEmail = Submission & { readonly header?: MessageHeader };

/** An email as far as it is checked: its text may still have to be made. */
export type CheckedEmail = Omit<IncomingEmail, 'text'>;

/** What the header of a message says that is checked and not kept. */
export interface MessageHeader {
  /**
   * Every address that it says it is from or was sent by, in lower case with the domain in ASCII; null where two programs
   * could read different ones.
   */
  readonly authors: readonly string[] | null;
  /** The names of its fields. */
  readonly fieldNames: readonly string[];
}

/** Who brings emails. */
export interface BroughtBy {
  /** Null for the operator, at the command line, who is held to nothing. */
  readonly apiKey: ActiveApiKey | null;
  /** How many of the emails were counted towards the rate of the key already; none where nothing is said. */
  readonly countedEmails?: number;
}
