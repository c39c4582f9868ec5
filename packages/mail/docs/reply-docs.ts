/** Writes docs/replies.md from the table of replies. */
import { generatedFile, markdownTable } from '@sendoff/tooling/generated-file';
import type { ReplyRule } from '../src/replies/reply-rule.ts';
import { RULE_SECTIONS } from '../src/replies/reply-rules.ts';
import { REASONS } from './reasons.ts';

const COMMAND = 'pnpm docs:write';

const VERDICTS = { deferred: 'deferred', bounced: 'bounced', relay_error: 'trouble of the relay' } as const;

/** A reply as Markdown code, its lines apart. */
function inCode(reply: string): string {
  return reply
    .split('\n')
    .map((line) => (line.includes('`') ? `\`\` ${line} \`\`` : `\`${line}\``))
    .join('<br>');
}

function row({ replies, phases, verdict, reason, suppress }: ReplyRule): string[] {
  return [
    replies.map(inCode).join('<br>'),
    phases?.map((phase) => `\`${phase}\``).join(', ') ?? 'any',
    VERDICTS[verdict],
    `\`${reason}\``,
    suppress === true ? 'yes' : '',
  ];
}

const sections = RULE_SECTIONS.map(
  ({ title, rules }) => `### ${title}

${markdownTable(['a reply such as', 'at', 'counts as', 'reason', 'suppresses'], rules.map(row))}`,
);

const reasons = Object.entries(REASONS).map(([reason, meaning]) => [`\`${reason}\``, meaning]);

generatedFile(
  'docs/replies.md',
  `# What replies count as

<!-- Written by \`${COMMAND}\` from packages/mail/src/replies/rules and packages/mail/docs. -->

A relay's reply decides what becomes of an email. It may count as one of three things:

- **deferred**: refused for now; the recipient is [tried again](retries.md) by the schedule.
- **bounced**: refused for good; the recipient is not tried again.
- **trouble of the relay**: the reply is about the relay and Sendoff, not about this email. Another relay is tried, or this
  one later, without using up the schedule. Where the relay takes the email for other recipients, this one is deferred.

A bounce **suppresses** the recipient only if it says of the recipient itself that sending again cannot help: there is no
such user or domain, or it has moved. A mailbox that is full or shut, a message taken for spam, a sender that is refused:
all these bounce, and suppress nobody. Words say so only in reply to \`RCPT TO\`; afterwards an enhanced status code must,
and only if the message had a single recipient, for otherwise nobody knows whom it speaks of. (Yahoo looks for the mailbox
only when it has the message, and is taken at its word.)

## Without a reply

| what happened | counts as |
| --- | --- |
| name not found, connection refused, host not reachable | trouble of the relay |
| no certificate that can be trusted, TLS that fails | trouble of the relay |
| silence, or a lost connection, at any point before the final dot: connecting, greeting, EHLO, STARTTLS, AUTH, MAIL FROM, RCPT TO, DATA, the message | trouble of the relay |
| a reply that answers nothing, or does not fit its command (a second greeting is passed over) | trouble of the relay; after the message, in doubt |
| the relay does not offer SMTPUTF8 or 8BITMIME, and [the message cannot do without](decisions/0024-smtputf8-and-8bitmime.md) | bounced; deferred while another relay, which may offer it, cannot be reached |
| silence, or a lost connection, after the final dot may have been sent | [in doubt](retries.md#emails-in-doubt) |

## The table

The first rule that fits decides, from top to bottom. Each is shown by real replies that prompted it; it reads the reply
code, the enhanced status code (RFC 3463), the words, or several of them, never the words in an address. *At* is the point of the
dialogue: \`connect\` up to EHLO, \`authenticate\`, \`mail\` (MAIL FROM), \`recipient\` (RCPT TO), \`data\` (DATA),
\`final_reply\` (after the final dot).

${sections.join('\n\n')}

## The reasons

${markdownTable(['reason', 'meaning'], reasons)}
`,
  COMMAND,
);
