/** The pages about suppressions and webhooks, in a real browser. */
import { createHmac } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { Browser, Page } from 'playwright-core';
import { submitEmail } from './testing/api-client.ts';
import { startBrowser } from './testing/browser.ts';
import { expectEveryTheme, openDashboard, signIn, type Dashboard } from './testing/dashboard.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitUntil } from './testing/wait-until.ts';

const releases = createReleases();
let stack: Stack;
let browser: Browser | null;
let dashboard: Dashboard;
let page: Page;

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    startStack(releases, {
      script: { rcpt: ({ to }) => (to.startsWith('nobody') ? { code: 550, message: '5.1.1 No such user here' } : undefined) },
      settings: { ALLOW_PRIVATE_ADDRESSES: 'true' },
    }),
    startBrowser(releases),
  ]);
  await Promise.all([stack.startApi(), stack.startWorker()]);
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

const send = (to: string, subject: string) => submitEmail(stack.api, { from: 'hello@acme.example', to, subject, text: 'Hi' });

describe('the suppression list', () => {
  inBrowser('explains an empty list', async () => {
    await page.keyboard.press('g');
    await page.keyboard.press('s');
    await page.getByText('No addresses are suppressed').waitFor();
    await expectEveryTheme(page, 'suppressions-empty');
  });

  inBrowser('shows a bounced address with a link to its email, and prevents the next email', async () => {
    await send('nobody@example.com', 'Welcome');
    await waitUntil('the address on the list', 20_000, async () => {
      await page.reload();
      await page.getByRole('heading', { name: 'Suppressions' }).waitFor();
      await page.getByRole('status').waitFor({ state: 'detached' });
      return page.getByRole('row', { name: /nobody@example.com Bounce/ }).isVisible();
    });
    await page.getByRole('link', { name: 'this email' }).click();
    await page.getByRole('heading', { name: 'Welcome' }).waitFor();

    await page.goto(`/dashboard/emails/${await send('nobody@example.com', 'Welcome again')}`);
    await page.getByRole('status').getByText('Suppressed', { exact: true }).waitFor();
    await expectEveryTheme(page, 'email-suppressed');
    await page.getByRole('link', { name: 'On the suppression list' }).click();
    await page.getByRole('row', { name: /nobody@example.com Bounce/ }).waitFor();
    expect(page.url()).toBe(`${stack.api.url}/dashboard/suppressions?email=nobody%40example.com`);
  });

  inBrowser('supports adding and importing addresses, filtering by address and origin, and removing them', async () => {
    await page.getByRole('button', { name: 'Clear filters' }).click();
    await page.getByRole('button', { name: 'Add addresses' }).click();
    await page.getByLabel('Addresses', { exact: true }).fill('not an address');
    await page.getByRole('dialog').getByRole('button', { name: 'Add addresses' }).click();
    await page.getByRole('alert').getByText('email address').waitFor();
    await page.getByLabel('Addresses', { exact: true }).fill('Ada@Example.com, bob@example.com');
    await page.getByRole('dialog').getByRole('button', { name: 'Add addresses' }).click();
    await page.getByRole('row', { name: /ada@example.com By hand/ }).waitFor();

    await page.getByRole('button', { name: 'Import' }).click();
    const csv = 'email,origin\neve@example.com,complaint\nada@example.com,\nno address,\n';
    await page.getByLabel('File').setInputFiles({ name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
    await page.getByRole('dialog').getByRole('button', { name: 'Import' }).click();
    await page.getByText('1 added, 1 already on the list, 1 skipped.').waitFor();
    expect(await page.getByRole('dialog').getByRole('listitem').textContent()).toContain('Line 4');
    await page.getByRole('button', { name: 'Close' }).first().click();
    await page.getByRole('row', { name: /eve@example.com Complaint/ }).waitFor();
    await expectEveryTheme(page, 'suppressions');

    await page.getByLabel('Origin').selectOption('manual');
    await page.getByRole('row', { name: /eve@example.com/ }).waitFor({ state: 'detached' });
    await page.keyboard.press('/');
    await page.keyboard.type('bob@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('row', { name: /ada@example.com/ }).waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Remove bob@example.com' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('bob@example.com is not on the list').waitFor();

    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Export as CSV' }).click();
    const lines = (await readFile(await (await saved).path(), 'utf8')).trim().split('\n').slice(1);
    expect(lines.map((line) => line.split(',').slice(0, 2).join())).toEqual([
      'nobody@example.com,bounce',
      'ada@example.com,manual',
      'eve@example.com,complaint',
    ]);
    expect(dashboard.complaints.filter((text) => !/\b(?:404|422)\b/.test(text))).toEqual([]);
  });
});

describe('a webhook endpoint', () => {
  inBrowser('is created, receives the selected events, and shows every attempt', async () => {
    const receiver = await startReceiver();
    await page.getByRole('link', { name: 'Webhooks' }).click();
    await page.getByText('No endpoints yet').waitFor();
    await expectEveryTheme(page, 'webhooks-empty');
    await page.getByRole('button', { name: 'Add endpoint' }).click();
    await page.getByLabel('URL').fill(receiver.url);
    await page.getByLabel('Sent', { exact: true }).check();
    await page.getByLabel('Failed', { exact: true }).check();
    await expectEveryTheme(page, 'webhook-create');
    await page.getByRole('dialog').getByRole('button', { name: 'Add endpoint' }).click();
    const secret = (await page.getByRole('dialog').locator('pre').textContent()) ?? '';
    expect(secret).toMatch(/^whsec_/);
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.content()).not.toContain(secret);
    await expectEveryTheme(page, 'webhooks');

    await page.getByRole('link', { name: receiver.url }).click();
    await page.getByText('No deliveries yet').waitFor();
    receiver.answerWith(500);
    const emailId = await send('eva@example.com', 'News');
    await page.getByRole('button', { name: 'email.sent' }).click();
    const delivery = page.getByRole('dialog', { name: 'email.sent' });
    await delivery.getByText('HTTP 500').first().waitFor();
    await delivery.getByText('not today').first().waitFor();
    await delivery.getByText(emailId).first().waitFor();
    receiver.answerWith(200);
    await delivery.getByText('HTTP 200').waitFor();
    await delivery.getByRole('status').getByText('Delivered').waitFor();
    await expectEveryTheme(page, 'webhook-delivery');

    const told = receiver.requests.length;
    await delivery.getByRole('button', { name: 'Send again' }).click();
    await waitUntil('the event once more', 15_000, () => receiver.requests.length > told);
    await delivery.getByText('Attempt 3').waitFor();
    expect(new Set(receiver.requests.map(({ id }) => id)).size).toBe(1);
    for (const request of receiver.requests) expect(request.signature).toBe(sign(secret, request));
    await delivery.getByRole('button', { name: 'Close' }).click();
    await expectEveryTheme(page, 'webhook');
  });

  inBrowser('can be disabled, enabled, changed, given a new secret, and deleted', async () => {
    const badge = (text: string) => page.getByRole('article').locator('header').getByText(text, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Disable' }).click();
    await badge('Disabled');
    await page.getByText('Pending deliveries are sent once it is enabled again.').waitFor();
    await page.getByRole('button', { name: 'Enable' }).click();
    await badge('Enabled');

    await page.getByRole('button', { name: 'Edit' }).click();
    expect(await page.getByLabel('Failed', { exact: true }).isChecked()).toBe(true);
    await page.getByLabel('Failed', { exact: true }).uncheck();
    await page.getByLabel('Bounced', { exact: true }).check();
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByText('email.bounced').waitFor();

    await page.getByRole('button', { name: 'Rotate secret' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Rotate secret' }).click();
    await page
      .getByRole('dialog', { name: 'The new signing secret' })
      .locator('pre')
      .getByText(/^whsec_/)
      .waitFor();
    await page.getByRole('button', { name: 'Done' }).click();

    await page.getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No endpoints yet').waitFor();
    expect(page.url()).toBe(`${stack.api.url}/dashboard/webhooks`);
    expect(dashboard.complaints.filter((text) => !/\b(?:404|422)\b/.test(text))).toEqual([]);
  });
});

/** A request that the receiver has received. */
interface Told {
  readonly id: string;
  readonly timestamp: string;
  readonly signature: string;
  readonly body: string;
}

/** A webhook receiver that responds as the test configures it. */
async function startReceiver() {
  const requests: Told[] = [];
  let status = 200;
  const server = createServer((request, response) => {
    const header = (name: string) => String(request.headers[`webhook-${name}`]);
    let body = '';
    request.setEncoding('utf8').on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      requests.push({ id: header('id'), timestamp: header('timestamp'), signature: header('signature'), body });
      response.writeHead(status).end(status === 200 ? 'thank you' : 'not today');
    });
  });
  releases.add(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/hooks`;
  return { url, requests, answerWith: (next: number) => (status = next) };
}

/** Verifies a signature according to Standard Webhooks. */
function sign(secret: string, { id, timestamp, body }: Told): string {
  const key = Buffer.from(secret.replace('whsec_', ''), 'base64');
  return `v1,${createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64')}`;
}
