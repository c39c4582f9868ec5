/** The interface of an attack. Attacks run in their own process, so everything they receive must be serializable. */

/** The target of an attack, with the attacker's credentials. */
export interface Target {
  readonly apiUrl: string;
  /** The submission port, without TLS since it is on this machine. */
  readonly submissionPort: number;
  /** The port for bounces. */
  readonly feedbackPort: number;
  /** The attacker's own keys, new for each attack. */
  readonly keys: {
    /** `sending_access`, `test`: the lowest privileges. */
    readonly test: string;
    /** `sending_access`, `live`. */
    readonly sending: string;
    /** `full_access`, `live`. */
    readonly full: string;
  };
  /** The address from which the attacker connects. */
  readonly address: string;
  /** The address of the bystander, for an attacker behind the same proxy or router. */
  readonly bystanderAddress: string;
}

/** Counts an outcome seen by the attacker, such as `200` or `ECONNRESET`. */
export type Count = (outcome: string) => void;

/** A running attack. */
export interface RunningAttack {
  /** Stops it and closes its connections. */
  readonly stop: () => Promise<void>;
}

export interface Attack {
  /** The name on the command line. */
  readonly name: string;
  /** The title in the report. */
  readonly title: string;
  /** Sends bodies of many megabytes, which allows the programs more memory. */
  readonly hasLargeBodies?: boolean;
  /** Does nothing; the baseline for comparison. */
  readonly isHarmless?: boolean;
  /** Resolves once the attack is running. */
  readonly begin: (target: Target, count: Count) => RunningAttack | Promise<RunningAttack>;
}

/** The domain of all recipients. The relay treats its mailboxes according to their names. */
export const RECEIVER = 'mail.example';
