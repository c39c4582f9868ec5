import type { ReplyRule } from './reply-rule.ts';
import { ACCOUNT_RULES } from './rules/account-rules.ts';
import { CODE_RULES } from './rules/code-rules.ts';
import { HOST_RULES } from './rules/host-rules.ts';
import { LIMIT_RULES } from './rules/limit-rules.ts';
import { RECIPIENT_RULES } from './rules/recipient-rules.ts';
import { RELAY_RULES } from './rules/relay-rules.ts';
import { SENDER_RULES } from './rules/sender-rules.ts';

/** Rules that belong together. */
export interface RuleSection {
  readonly title: string;
  readonly rules: readonly ReplyRule[];
}

/**
 * What the replies of servers mean, as an ordered table: the first rule that fits decides.
 *
 * Each rule begins with replies that prompted it. Rules that read the text come before those that
 * read the enhanced status code, because many servers send a general code (5.7.1, 5.0.0) with an exact
 * text; those that read the reply code alone come last. `docs/replies.md` shows the table to people.
 */
export const RULE_SECTIONS: readonly RuleSection[] = [
  { title: 'The machine that Sendoff runs on', rules: HOST_RULES },
  { title: 'Our account with the relay', rules: ACCOUNT_RULES },
  { title: 'The relay and Sendoff', rules: RELAY_RULES },
  { title: 'Room, size and pace', rules: LIMIT_RULES },
  { title: 'The sender and the message', rules: SENDER_RULES },
  { title: 'The recipient', rules: RECIPIENT_RULES },
  { title: 'By the codes alone', rules: CODE_RULES },
];

/** The table, without its sections. */
export const REPLY_RULES: readonly ReplyRule[] = RULE_SECTIONS.flatMap(({ rules }) => rules);
