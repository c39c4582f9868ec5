/** What an attack is. Attacks run in a process of their own, so all that they are given can be sent to it. */

/** What is attacked, and with what. */
export interface Target {
  readonly apiUrl: string;
  /** Where programs submit email, unencrypted since it is this machine's own. */
  readonly submissionPort: number;
  /** Where bounces come back to. */
  readonly feedbackPort: number;
  /** The attacker's own keys, new for each attack. */
  readonly keys: {
    /** `sending_access`, `test`: the weakest there is. */
    readonly test: string;
    /** `sending_access`, `live`. */
    readonly sending: string;
    /** `full_access`, `live`. */
    readonly full: string;
  };
  /** The address that the attacker connects from. */
  readonly address: string;
  /** The address of the bystander, for an attacker behind the same proxy or router. */
  readonly bystanderAddress: string;
}

/** Counts something that happened to the attacker, such as `200` or `ECONNRESET`. */
export type Count = (outcome: string) => void;

/** An attack under way. */
export interface RunningAttack {
  /** Ends it and its connections. */
  readonly stop: () => Promise<void>;
}

/** One attack. */
export interface Attack {
  /** For the command line. */
  readonly name: string;
  /** For the table. */
  readonly title: string;
  /** Sends bodies of many megabytes, for which the programs may use more memory. */
  readonly hasLargeBodies?: boolean;
  /** Does nothing, for comparison. */
  readonly isHarmless?: boolean;
  /** Resolves once it is under way. */
  readonly begin: (target: Target, count: Count) => RunningAttack | Promise<RunningAttack>;
}

/** The receiver of all email here, whose mailboxes the SMTP server at the end tells apart by their names. */
export const RECEIVER = 'mail.example';
