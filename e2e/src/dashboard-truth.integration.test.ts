/** Compares the statuses and counts on the page with the API, in a real browser. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { submitEmail } from './testing/api-client.ts';
import { startBrowser } from './testing/browser.ts';
import { callApi } from './testing/call-api.ts';
import { expectEveryTheme, openDashboard, signIn, type Dashboard } from './testing/dashboard.ts';
import { createReleases } from './testing/releases.ts';
import type { Program } from './testing/start-program.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitForStatus } from './testing/wait-for-status.ts';
import { waitUntil } from './testing/wait-until.ts';

const LIMIT_MS = 30_000;
const GAVE_UP = 'gave up after 3 attempts; last reply 451 4.7.1 Try again later';

const releases = createReleases();
let stack: Stack;
let api: Program;
let browser: Browser | null;
let dashboard: Dashboard;
let page: Page;

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    startStack(releases, {
      script: {
        rcpt: ({ to }) => {
          if (to.startsWith('nobody')) return { code: 550, message: '5.1.1 No such user here' };
          return to.startsWith('later') ? { code: 451, message: '4.7.1 Try again later' } : undefined;
        },
      },
      settings: { RETRY_SCHEDULE: '100ms,100ms', ALLOW_PRIVATE_ADDRESSES: 'true' },
    }),
    startBrowser(releases),
  ]);
  [api] = await Promise.all([stack.startApi(), stack.startWorker()]);
  if (browser === null) return;
  dashboard = await openDashboard(browser, stack.api.url);
  ({ page } = dashboard);
  await signIn(page, stack.api.key);
});
afterAll(releases.releaseAll);

/** A test that needs a browser; without one it passes, after the reason was printed. */
const inBrowser = (name: string, run: () => Promise<void>) =>
  test(name, async () => {
    if (browser !== null) await run();
  });

const send = (to: string | string[], subject: string, key = stack.api.key) =>
  submitEmail({ ...stack.api, key }, { from: 'hello@acme.example', to, subject, text: 'Hi' });

const row = (subject: string) => page.getByRole('row').filter({ has: page.getByRole('link', { name: subject, exact: true }) });

describe('a relay', () => {
  inBrowser('without any attempt is not shown as healthy', async () => {
    await page.getByText('No attempts in the last hour').waitFor();
    expect(await page.getByText('Healthy', { exact: true }).count()).toBe(0);
  });
});

describe('a failed email', () => {
  inBrowser('shows the reason in the list and on its page', async () => {
    const id = await send('later@example.com', 'Given up');
    await waitForStatus(stack, id, 'failed');
    await page.goto('/dashboard/emails');
    await row('Given up').getByText('Failed', { exact: true }).waitFor();
    await row('Given up').getByText(GAVE_UP).waitFor();
    await expectEveryTheme(page, 'emails-failed');
    await page.getByRole('link', { name: 'Given up', exact: true }).click();
    await page.getByText(GAVE_UP).waitFor();
    await expectEveryTheme(page, 'email-failed');
  });

  inBrowser('that failed for some recipients is not shown as simply sent', async () => {
    await waitForStatus(stack, await send(['ada@example.com', 'nobody@example.com'], 'To two'), 'sent');
    await page.goto('/dashboard/emails');
    await row('To two').getByText('Sent, not to all').waitFor();
    await row('To two')
      .getByText('1 of 2 recipients did not get it: nobody@example.com: bounced: 550 5.1.1 No such user here')
      .waitFor();
  });
});

describe('a sandbox email', () => {
  inBrowser('is never shown as sent, with a test key or a test address', async () => {
    const { body } = await callApi(stack.api, { method: 'POST', path: '/api-keys', body: { name: 'Tests', mode: 'test' } });
    const { token } = body as { readonly token: string };
    const byKey = await send('ada@example.com', 'By a test key', token);
    const toAddress = await send('delivered@resend.dev', 'To a test address');
    for (const id of [byKey, toAddress]) {
      await waitForStatus(stack, id, 'sent');
      await page.goto(`/dashboard/emails/${id}`);
      await page.getByText('Sandbox: never delivered.').waitFor();
      await page.getByRole('status').getByText('Simulated', { exact: true }).waitFor();
      await page.getByText('simulated, never delivered').waitFor();
      expect(await page.getByText('Sent', { exact: true }).count()).toBe(0);
    }
    await expectEveryTheme(page, 'email-sandbox');
    await page.goto('/dashboard/emails?mode=test');
    await row('By a test key').getByText('Simulated', { exact: true }).waitFor();
    await row('To a test address').getByText('Simulated', { exact: true }).waitFor();
    expect(await page.getByRole('row').count()).toBe(3);
    expect(stack.relay.received.filter(({ raw }) => raw.includes('By a test key'))).toEqual([]);
  });
});

describe('a count on the overview', () => {
  inBrowser('links to a list with as many emails', async () => {
    await waitForStatus(stack, await send('nobody.else@example.com', 'Bounces'), 'bounced');
    await waitForStatus(stack, await send('nobody@example.com', 'Is suppressed'), 'suppressed');
    await waitForStatus(stack, await send('bob@example.com', 'Arrives'), 'sent');
    await page.goto('/');
    const total = (name: string) => page.locator('dl div', { has: page.getByText(name, { exact: true }) }).locator('dd');
    await waitUntil('all emails being counted', LIMIT_MS, async () => (await total('Accepted').textContent()) === '7');
    const expected = { Accepted: 7, Sent: 2, Bounced: 1, Failed: 1, Suppressed: 1, Simulated: 2 };
    for (const [name, count] of Object.entries(expected)) {
      await waitUntil(
        `${name} being ${String(count)}`,
        LIMIT_MS,
        async () => (await total(name).textContent()) === String(count),
      );
      await total(name).getByRole('link').click();
      await page.getByRole('heading', { name: 'Emails', exact: true }).waitFor();
      await waitUntil(
        `a list of ${String(count)} emails, ${name}`,
        LIMIT_MS,
        async () => (await page.getByRole('row').count()) === count + 1,
      );
      await page.goBack();
      await page.getByRole('heading', { name: 'Overview' }).waitFor();
    }
    expect(await total('Deferred').textContent()).toBe('0');
  });
});

describe('a search', () => {
  inBrowser('asks for the rest of an incomplete address, and finds a complete one', async () => {
    await page.goto('/dashboard/emails');
    await row('Arrives').waitFor();
    const complaints = dashboard.complaints.length;
    await page.keyboard.press('/');
    await page.keyboard.type('bob@');
    await page.keyboard.press('Enter');
    await page.getByText('Keep typing: a whole address is needed').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Try again' }).count()).toBe(0);
    await expectEveryTheme(page, 'emails-half-typed');
    await page.keyboard.type('example.com');
    await page.keyboard.press('Enter');
    await row('Arrives').waitFor();
    expect(await page.getByRole('row').count()).toBe(2);

    await page.goto('/dashboard/suppressions?email=nobody');
    await page.getByText('Keep typing: a whole address is needed').waitFor();
    await page.goto('/dashboard/suppressions?email=nobody%40example.com&origin=manual');
    await page.getByText('nobody@example.com is on the list with another origin: Bounce').waitFor();
    await page.goto('/dashboard/emails?after=019a2b3c-4d5e-7f60-8a9b-0c1d2e3f4a5b');
    await page.getByText('There are no emails on this page').waitFor();
    expect(dashboard.complaints.slice(complaints)).toEqual([]);
  });
});

describe('a failing endpoint', () => {
  inBrowser('is not shown as healthy in the list', async () => {
    const url = await startRefusing();
    await callApi(stack.api, { method: 'POST', path: '/webhooks', body: { endpoint: url, events: ['email.sent'] } });
    await send('eva@example.com', 'News');
    await page.goto('/dashboard/webhooks');
    await waitUntil('the endpoint being failing', LIMIT_MS, async () => {
      await page.reload();
      await page.getByRole('link', { name: url }).waitFor();
      return page.getByRole('row', { name: url }).getByText('Failing', { exact: true }).isVisible();
    });
  });
});

describe('an unreachable API', () => {
  inBrowser('makes the page show since when it is disconnected, and the page recovers automatically', async () => {
    for (const { path, content } of PAGES) {
      await page.goto(path);
      await page.getByText(content).first().waitFor();
      await page.getByText('Live', { exact: true }).waitFor();
      await api.stop();
      await page.getByText('Disconnected', { exact: true }).waitFor();
      await page.getByText(/^Disconnected\. This page shows the state of \d+ \w+ \d{4}, \d\d:\d\d:\d\d \S+\.$/).waitFor();
      // Loaded data stays, marked as stale and without the colors of healthy statuses.
      expect(await page.locator('[data-stale]').getByText(content).first().isVisible()).toBe(true);
      if (path === '/dashboard/emails') {
        await expectEveryTheme(page, 'disconnected');
        expect(await colourOf('Sent')).toBe(await colourOf('Simulated'));
      }
      api = await stack.startApi();
      await page.getByText('Live', { exact: true }).waitFor();
      await page.locator('[data-stale]').waitFor({ state: 'detached' });
    }
    await page.goto('/dashboard/emails');
    await row('Arrives').waitFor();
    expect(await colourOf('Sent')).not.toBe(await colourOf('Simulated'));
    await send('fay@example.com', 'After it came back');
    await row('After it came back').waitFor();
  });

  inBrowser('is reported without asking for a key when the page comes from a cache', async () => {
    await page.route('**/dashboard/api/session', (route) => route.abort());
    await page.goto('/');
    await page.getByText('This could not be loaded.').waitFor();
    expect(await page.getByLabel('API key').count()).toBe(0);
    await page.unroute('**/dashboard/api/session');
    await page.getByRole('heading', { name: 'Overview' }).waitFor();
  });
});

describe('a relay that stopped listening', () => {
  inBrowser('is shown as failing regardless of earlier successes', async () => {
    await page.goto('/');
    const relay = page.getByRole('row', { name: stack.relay.url });
    // It deferred some emails before.
    await relay.getByText(/^(?:Healthy|Unstable)$/).waitFor();
    await stack.relay.close();
    await waitForStatus(stack, await send('gil@example.com', 'Into the void'), 'deferred');
    await relay.getByText('Failing', { exact: true }).waitFor();
    await relay.getByText(/connection refused: .*ECONNREFUSED/).waitFor();
    await expectEveryTheme(page, 'overview-relay-in-trouble');
    await relay.getByRole('link').last().click();
    await page.getByRole('heading', { name: 'Into the void' }).waitFor();
    await page
      .getByText(/connection refused: .*ECONNREFUSED/)
      .first()
      .waitFor();
  });
});

/** Pages, and a text loaded on each. */
const PAGES = [
  { path: '/', content: 'Accepted in the last minute' },
  { path: '/dashboard/emails', content: 'Arrives' },
  { path: '/dashboard/suppressions', content: 'nobody@example.com' },
  { path: '/dashboard/webhooks', content: 'email.sent' },
  { path: '/dashboard/queue', content: 'No job is waiting' },
];

/** The color of the first such word. */
const colourOf = (word: string): Promise<string> =>
  page.evaluate<string>(
    `getComputedStyle([...document.querySelectorAll('td span')].find(({ textContent }) => textContent === '${word}')).color`,
  );

/** An endpoint that rejects every request. */
async function startRefusing(): Promise<string> {
  const server = createServer((_request, response) => response.writeHead(500).end('not today'));
  releases.add(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hooks`;
}
