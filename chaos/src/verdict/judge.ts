/** Compares accepted emails with deliveries. Pure. */

/** An email for which the API responded with 2xx. */
export interface Accepted {
  readonly id: string;
  readonly recipients: readonly string[];
}

/** An email in the database at the end of the run. */
export interface Kept {
  readonly id: string;
  readonly messageId: string;
  readonly status: string;
  /** The delivery state of each recipient, by address. */
  readonly recipients: Readonly<Record<string, string>>;
  /** The number of its attempts recorded as in doubt. */
  readonly inDoubt: number;
}

/** Deliveries of a message to one recipient. */
export interface Delivered {
  readonly messageId: string;
  readonly recipient: string;
  readonly count: number;
}

export interface Evidence {
  readonly accepted: readonly Accepted[];
  readonly kept: readonly Kept[];
  readonly delivered: readonly Delivered[];
  /** Whether a rejection is expected for this recipient of this email. */
  readonly mayBeRefused: (emailId: string, recipient: string) => boolean;
}

/** The figures of one row. Recipients are counted per email. */
export interface Figures {
  /** Emails accepted with 2xx. */
  readonly accepted: number;
  /** Their recipients. */
  readonly recipients: number;
  /** Recipients whose message reached the sink. */
  readonly delivered: number;
  /** Recipients that were rejected as expected. */
  readonly refused: number;
  /** Recipients that are neither delivered nor rejected as expected. */
  readonly lost: number;
  /** Deliveries beyond the first. */
  readonly duplicated: number;
  /** Attempts recorded as in doubt. */
  readonly inDoubt: number;
}

/** The figures and the violations. */
export interface Verdict {
  readonly figures: Figures;
  /** Descriptions with an example each; empty when the row passed. */
  readonly problems: readonly string[];
}

/** Final states of a recipient other than `sent`. */
const REFUSED = new Set(['bounced', 'failed', 'suppressed', 'canceled']);

/** Lost recipients are a set difference: all accepted, minus those delivered and those rejected as expected. */
export function judge({ accepted, kept, delivered, mayBeRefused }: Evidence): Verdict {
  const byId = new Map(kept.map((email) => [email.id, email]));
  const byMessageId = new Map(kept.map((email) => [email.messageId, email]));
  const arrived = new Set(delivered.map(({ messageId, recipient }) => pair(messageId, recipient)));

  const wanted = accepted.flatMap(({ id, recipients }) =>
    recipients.map((recipient) => ({ id, recipient, email: byId.get(id) })),
  );
  const missing = wanted.filter(({ email, recipient }) => email === undefined || !arrived.has(pair(email.messageId, recipient)));
  const stateOf = ({ email, recipient }: (typeof wanted)[number]): string => email?.recipients[recipient] ?? 'no row';
  const refused = missing.filter((each) => REFUSED.has(stateOf(each)) && mayBeRefused(each.id, each.recipient));
  const lost = missing.filter((each) => !refused.includes(each));

  const repeated = delivered.filter(({ count }) => count > 1);
  const unexplained = repeated.filter(({ messageId, count }) => count - 1 > (byMessageId.get(messageId)?.inDoubt ?? 0));
  const unknown = delivered.filter(({ messageId }) => !byMessageId.has(messageId));

  return {
    figures: {
      accepted: accepted.length,
      recipients: wanted.length,
      delivered: wanted.length - missing.length,
      refused: refused.length,
      lost: lost.length,
      duplicated: repeated.reduce((sum, { count }) => sum + count - 1, 0),
      inDoubt: kept.reduce((sum, { inDoubt }) => sum + inDoubt, 0),
    },
    problems: [
      ...problem(lost, 'recipients lost', (each) => `${each.id} to ${each.recipient} (state in the database: ${stateOf(each)})`),
      ...problem(unexplained, 'duplicates without an attempt in doubt', (each) => `${each.messageId} to ${each.recipient}`),
      ...problem(
        unknown,
        'delivered messages without an email in the database',
        (each) => `${each.messageId} to ${each.recipient}`,
      ),
      ...problem(keptTwice(kept), 'recipients with two emails in the database', (recipient) => recipient),
    ],
  };
}

const pair = (messageId: string, recipient: string): string => `${messageId} ${recipient}`;

/** Each recipient belongs to one email of the load, so a recipient of two emails means that a repeated request was stored twice. */
function keptTwice(kept: readonly Kept[]): string[] {
  const seen = new Set<string>();
  return kept.flatMap(({ recipients }) => Object.keys(recipients)).filter((recipient) => seen.size === seen.add(recipient).size);
}

function problem<Thing>(things: readonly Thing[], what: string, describe: (thing: Thing) => string): string[] {
  const [first] = things;
  return first === undefined ? [] : [`${String(things.length)} ${what}, such as ${describe(first)}`];
}
