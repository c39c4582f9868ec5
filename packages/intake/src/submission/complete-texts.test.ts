import { expect, test } from '@jest/globals';
import type { MadeText, TextRequest } from '@sendoff/mail/html-text';
import { LIMITS } from '../limits.ts';
import { buildSubmission } from './build-submission.ts';
import { completeTexts } from './complete-texts.ts';
import type { EmailBody } from './email-body.ts';

const CONTEXT = { id: '019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b', apiKeyId: 'key', mode: 'live', defaultFrom: undefined } as const;
const build = (content: Pick<EmailBody, 'html' | 'text'>, apiKeyId: string | null = 'key') =>
  buildSubmission({ from: 'a@example.com', to: 'b@example.com', subject: 'Hello', ...content }, { ...CONTEXT, apiKeyId });

/** Completes texts with a generator that records its calls. */
async function complete(submissions: readonly ReturnType<typeof build>[], answer: (html: string) => MadeText) {
  const asked: TextRequest[] = [];
  const warnings: unknown[] = [];
  const texts = {
    make: async (request: TextRequest) => {
      asked.push(request);
      return Promise.resolve(answer(request.html));
    },
  };
  const logger = { warn: (fields: unknown) => void warnings.push(fields) };
  const completed = await completeTexts(submissions, { texts, logger });
  return { texts: completed.map(({ text }) => text), asked, warnings };
}

test('a missing text is generated for the key within the rest of the limit', async () => {
  const { texts, asked } = await complete([build({ html: '<p>ü' }), build({ html: '<p>x' }, null)], (html) => ({
    text: html.slice(3),
  }));
  expect(texts).toEqual(['ü', 'x']);
  expect(asked).toEqual([
    { html: '<p>ü', key: 'key', maxBytes: LIMITS.contentOctets - 5 },
    { html: '<p>x', key: 'operator', maxBytes: LIMITS.contentOctets - 4 },
  ]);
});

test('no text is generated if one is given or turned off', async () => {
  const given = [build({ html: '<p>x', text: 'Own' }), build({ html: '<p>x', text: '' }), build({ text: 'Own' })];
  expect(await complete(given, () => ({ text: 'made' }))).toEqual({ texts: ['Own', null, 'Own'], asked: [], warnings: [] });
});

test('an email whose text cannot be generated has none, and the reason is logged', async () => {
  const { texts, warnings } = await complete([build({ html: '<p>x' }), build({ html: '<br>' })], (html) =>
    html === '<br>' ? { text: '' } : { problem: 'It took more than 2000 ms' },
  );
  expect(texts).toEqual([null, null]);
  expect(warnings).toEqual([{ emailId: CONTEXT.id, apiKeyId: 'key', problem: 'It took more than 2000 ms' }]);
});
