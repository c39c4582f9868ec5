import { expect, test } from '@jest/globals';
import { pino } from 'pino';
import { createLogger } from './logger.ts';
import { hideSecrets } from './hide-secrets.ts';

test('only secrets within fields are redacted', () => {
  expect(hideSecrets({ relay: { host: 'a', pass: 'b' }, email: { html: '<p>', subject: 's' }, count: 1, list: ['x'] })).toEqual({
    relay: { host: 'a', pass: '[redacted]' },
    email: { html: '[redacted]', subject: 's' },
    count: 1,
    list: ['x'],
  });
});

test('secrets are redacted in nested objects, in lists and in any letter case', () => {
  const when = new Date(0);
  const url = new URL('https://example.com/');
  const error = Object.assign(new Error('x'), { password: 'b', code: 'E' });
  expect(
    hideSecrets({
      req: { url, headers: { Authorization: 'Bearer a', host: 'h' } },
      keys: [{ token: 'a', id: 1 }],
      cause: error,
      when,
    }),
  ).toEqual({
    req: { url, headers: { Authorization: '[redacted]', host: 'h' } },
    keys: [{ token: '[redacted]', id: 1 }],
    cause: { password: '[redacted]', code: 'E' },
    when,
  });
});

test('an object that contains itself causes no endless recursion', () => {
  const circle: Record<string, unknown> = { pass: 'a' };
  circle['self'] = circle;
  expect(hideSecrets({ circle })).toMatchObject({ circle: { pass: '[redacted]', self: { pass: '[redacted]' } } });
});

test('a line without objects is returned unchanged', () => {
  const fields = { emailId: 'x', attempt: 1, reason: null };
  expect(hideSecrets(fields)).toBe(fields);
});

test('a logger redacts secrets in objects and errors, also in a child logger', () => {
  const lines: string[] = [];
  const logger = createLogger({ name: 'test', level: 'info', destination: { write: (line: string) => void lines.push(line) } });
  const inner = Object.assign(new Error('closed'), { token: 'hunter2', code: 'EPIPE' });
  const error = Object.assign(new Error('refused', { cause: inner }), { password: 'hunter2', code: 'EAUTH', inner });
  logger.child({ part: 'x' }).error({ err: error, key: { token: 'hunter2', id: 'k' } }, 'failed');
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('hunter2');
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    level: pino.levels.values['error'],
    part: 'x',
    msg: 'failed',
    err: {
      type: 'Error',
      message: 'refused: closed',
      code: 'EAUTH',
      password: '[redacted]',
      inner: { code: 'EPIPE', token: '[redacted]' },
    },
    key: { token: '[redacted]', id: 'k' },
  });
});
