/** Compares what was accepted with what arrived. Pure. */

/** An email for which the API answered 2xx. */
export interface Accepted {
  readonly id: string;
  readonly recipients: readonly string[];
}

/** An email as the table has it at the end. */
export interface Kept {
  readonly id: string;
  readonly messageId: string;
  readonly status: string;
  /** The state of each recipient, by address. */
  readonly recipients: Readonly<Record<string, string>>;
  /** Attempts in the ledger that were recorded as in doubt. */
  readonly inDoubt: number;
}

/** A message at the sink. */
export interface Delivered {
  readonly messageId: string;
  readonly recipient: string;
  readonly count: number;
}

/** What is compared. */
export interface Evidence {
  readonly accepted: readonly Accepted[];
  readonly kept: readonly Kept[];
  readonly delivered: readonly Delivered[];
  /** Whether nothing else than a refusal is to be expected for this recipient of this email. */
  readonly mayBeRefused: (emailId: string, recipient: string) => boolean;
}

/** The figures of one row. Those of recipients are counted by email and recipient. */
export interface Figures {
  /** Emails answered with 2xx. */
  readonly accepted: number;
  /** Their recipients. */
  readonly recipients: number;
  /** Recipients whose message reached the sink. */
  readonly delivered: number;
  /** Recipients finally refused, and expected to be. */
  readonly refused: number;
  /** Recipients with neither. */
  readonly lost: number;
  /** Deliveries beyond the first. */
  readonly duplicated: number;
  /** Attempts recorded as in doubt. */
  readonly inDoubt: number;
}

/** The figures, and everything that must not be. */
export interface Verdict {
  readonly figures: Figures;
  /** In words, each with an example; none when the promise was kept. */
  readonly problems: readonly string[];
}

/** States of a recipient that nothing follows, but for `sent`. */
const REFUSED = new Set(['bounced', 'failed', 'suppressed', 'canceled']);

/** Lost is a difference of sets: what was accepted, without what arrived and what was refused for good. */
export function judge({ accepted, kept, delivered, mayBeRefused }: Evidence): Verdict {
  const byId = new Map(kept.map((email) => [email.id, email]));
  const byMessageId = new Map(kept.map((email) => [email.messageId, email]));
  const arrived = new Set(delivered.map(({ messageId, recipient }) => pair(messageId, recipient)));

  const wanted = accepted.flatMap(({ id, recipients }) =>
    recipients.map((recipient) => ({ id, recipient, email: byId.get(id) })),
  );
  const missing = wanted.filter(({ email, recipient }) => email === undefined || !arrived.has(pair(email.messageId, recipient)));
  const stateOf = ({ email, recipient }: (typeof wanted)[number]): string => email?.recipients[recipient] ?? 'nothing';
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
      ...problem(lost, 'recipients lost', (each) => `${each.id} to ${each.recipient}, which the table calls ${stateOf(each)}`),
      ...problem(unexplained, 'duplicates without an attempt in doubt', (each) => `${each.messageId} to ${each.recipient}`),
      ...problem(unknown, 'messages that the table does not know', (each) => `${each.messageId} to ${each.recipient}`),
      ...problem(keptTwice(kept), 'recipients whose one email was kept twice', (recipient) => recipient),
    ],
  };
}

const pair = (messageId: string, recipient: string): string => `${messageId} ${recipient}`;

/** Each recipient belongs to one email of the load; a request that is repeated under its key must not make another. */
function keptTwice(kept: readonly Kept[]): string[] {
  const seen = new Set<string>();
  return kept.flatMap(({ recipients }) => Object.keys(recipients)).filter((recipient) => seen.size === seen.add(recipient).size);
}

function problem<Thing>(things: readonly Thing[], what: string, describe: (thing: Thing) => string): string[] {
  const [first] = things;
  return first === undefined ? [] : [`${String(things.length)} ${what}, such as ${describe(first)}`];
}
