/** Over real bounce mails, where they are: see packages/feedback/src/bounce-mails.test.ts. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { parseFeedback, type RecipientReport } from '@sendoff/feedback';
import { judgeReport } from './judge-report.ts';

const DIRECTORY = resolve(process.env['BOUNCE_MAILS'] ?? join(import.meta.dirname, '../../../../../shared/data/bounces'));
const IS_THERE = existsSync(join(DIRECTORY, 'labels.json'));
if (!IS_THERE) process.stderr.write(`The real bounce mails are not at ${DIRECTORY}: the test over them is left out.\n`);

/** A bounce that a person forwards, which is none: see packages/feedback/src/bounce-mails.test.ts. */
const FORWARDED = 'lhost-sendmail-14.eml';

const isHard = (report: RecipientReport | undefined): boolean => report?.action === 'failed' && judgeReport(report).suppress;

(IS_THERE ? test : test.skip)('hard or soft is right in 95 of 100 real bounce mails', async () => {
  const labels = JSON.parse(readFileSync(join(DIRECTORY, 'labels.json'), 'utf8')) as Record<
    string,
    readonly { hard: boolean; reason: string }[]
  >;
  const bounces = Object.entries(labels).filter(
    ([name, all]) => name !== FORWARDED && all.every(({ reason }) => reason !== 'feedback' && reason !== 'vacation'),
  );
  const wrong: string[] = [];
  for (const [name, all] of bounces) {
    const report = await parseFeedback(readFileSync(join(DIRECTORY, name)), '');
    const recipients = report.kind === 'delivery' ? report.recipients : [];
    if (all.some(({ hard }, n) => isHard(recipients[n] ?? recipients[0]) !== hard)) wrong.push(name);
  }
  expect(bounces.length).toBeGreaterThan(240);
  expect({ wrong, share: 1 - wrong.length / bounces.length >= 0.95 }).toMatchObject({ share: true });
});

const report = (changes: Partial<RecipientReport>): RecipientReport => ({
  ...{ addresses: ['ada@example.com'], action: 'failed', enhancedCode: null, replyCode: null },
  ...{ diagnostic: null, words: null, saidAtRcpt: null },
  ...changes,
});

describe('a failure', () => {
  test.each([
    ['a reply to RCPT TO', { replyCode: 550, diagnostic: '550 No such user here', saidAtRcpt: true }, 'unknown_user', true],
    [
      'the same after the message',
      { replyCode: 550, diagnostic: '550 No such user here', saidAtRcpt: false },
      'unknown_user',
      false,
    ],
    [
      'an enhanced status code',
      { enhancedCode: '5.1.1', diagnostic: 'Sorry, no mailbox here by that name. (#5.1.1)' },
      'unknown_user',
      true,
    ],
    ['a full mailbox', { replyCode: 552, enhancedCode: '5.2.2', diagnostic: '552 5.2.2 Over quota' }, 'mailbox_full', false],
    ['words alone', { diagnostic: 'User unknown' }, 'unknown_user', false],
    ['words about the domain', { diagnostic: 'ada@example.com: Unrouteable address' }, 'unknown_domain', true],
    ['a name server that is away', { diagnostic: 'Host not found, try again' }, 'temporary', false],
    ['a schedule that has ended', { enhancedCode: '4.4.7', diagnostic: 'delivery time expired' }, 'routing', false],
  ] as const)('by %s', (_, changes, reason, suppress) => {
    expect(judgeReport(report(changes))).toEqual({ reason, suppress });
  });
});
