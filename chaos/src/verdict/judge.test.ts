import { describe, expect, test } from '@jest/globals';
import { judge, type Evidence, type Kept } from './judge.ts';

const email = (n: number, more: Partial<Kept> = {}): Kept => ({
  id: `id-${String(n)}`,
  messageId: `<${String(n)}@a>`,
  status: 'sent',
  recipients: { [`r${String(n)}@b`]: 'sent' },
  inDoubt: 0,
  ...more,
});
const accepted = (n: number) => ({ id: `id-${String(n)}`, recipients: [`r${String(n)}@b`] });
const arrival = (n: number, count = 1) => ({ messageId: `<${String(n)}@a>`, recipient: `r${String(n)}@b`, count });

const judged = (evidence: Partial<Evidence>) =>
  judge({ accepted: [], kept: [], delivered: [], mayBeRefused: () => false, ...evidence });

describe('the verdict', () => {
  test('has no problems when every email arrived once', () => {
    const verdict = judged({
      accepted: [accepted(1), accepted(2)],
      kept: [email(1), email(2)],
      delivered: [arrival(1), arrival(2)],
    });
    expect(verdict).toEqual({
      figures: { accepted: 2, recipients: 2, delivered: 2, refused: 0, lost: 0, duplicated: 0, inDoubt: 0 },
      problems: [],
    });
  });

  test('counts a lost email even if another one was duplicated', () => {
    const { figures, problems } = judged({
      accepted: [accepted(1), accepted(2)],
      kept: [email(1, { inDoubt: 1 }), email(2)],
      delivered: [arrival(1, 2)],
    });
    expect(figures).toMatchObject({ delivered: 1, lost: 1, duplicated: 1 });
    expect(problems).toEqual([expect.stringContaining('id-2 to r2@b (state in the database: sent)')]);
  });

  test('counts an accepted email that is not in the database as lost', () => {
    expect(judged({ accepted: [accepted(1)] })).toMatchObject({
      figures: { lost: 1 },
      problems: [expect.stringContaining('no row')],
    });
  });

  test('counts one of two recipients as lost', () => {
    const two = { id: 'id-1', recipients: ['r1@b', 's1@b'] };
    const kept = [email(1, { recipients: { 'r1@b': 'sent', 's1@b': 'sent' } })];
    expect(judged({ accepted: [two], kept, delivered: [arrival(1)] }).figures).toMatchObject({
      recipients: 2,
      delivered: 1,
      lost: 1,
    });
  });

  test('counts a rejected recipient as lost unless the rejection is expected', () => {
    const evidence = { accepted: [accepted(1)], kept: [email(1, { status: 'failed', recipients: { 'r1@b': 'failed' } })] };
    expect(judged({ ...evidence, mayBeRefused: () => true })).toMatchObject({ figures: { refused: 1, lost: 0 }, problems: [] });
    expect(judged(evidence)).toMatchObject({ figures: { refused: 0, lost: 1 }, problems: [expect.stringContaining('failed')] });
  });

  test('requires an attempt in doubt for each duplicate', () => {
    const evidence = { accepted: [accepted(1)], delivered: [arrival(1, 3)] };
    expect(judged({ ...evidence, kept: [email(1, { inDoubt: 2 })] }).problems).toEqual([]);
    expect(judged({ ...evidence, kept: [email(1, { inDoubt: 1 })] }).problems).toEqual([
      expect.stringContaining('without an attempt in doubt'),
    ]);
  });

  test('reports a delivery without a stored email, and two stored emails for one request', () => {
    expect(judged({ delivered: [arrival(1)] }).problems).toEqual([expect.stringContaining('without an email in the database')]);
    const twice = [email(1), email(2, { recipients: { 'r1@b': 'sent' } })];
    expect(judged({ kept: twice }).problems).toEqual(['1 recipients with two emails in the database, such as r1@b']);
  });
});
