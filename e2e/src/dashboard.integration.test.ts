/** The dashboard of the built programs in a real browser. */
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { makeSignInToken } from '@sendoff/runtime';
import type { Browser, Page } from 'playwright-core';
import { submitEmail } from './testing/api-client.ts';
import { startBrowser } from './testing/browser.ts';
import { callApi } from './testing/call-api.ts';
import { expectEveryTheme, openDashboard, signIn, usableAfter, type Dashboard } from './testing/dashboard.ts';
import { createReleases } from './testing/releases.ts';
import { startStack, type Stack } from './testing/start-stack.ts';
import { waitUntil } from './testing/wait-until.ts';

/** The maximum size of compressed JavaScript for the first page, in bytes. */
const MAX_JAVASCRIPT = 250_000;

const releases = createReleases();
let stack: Stack;
let browser: Browser | null;
let dashboard: Dashboard;
let page: Page;

beforeAll(async () => {
  [stack, browser] = await Promise.all([
    startStack(releases, {
      script: { rcpt: ({ to }) => (to.startsWith('nobody') ? { code: 550, message: '5.1.1 No such user here' } : undefined) },
    }),
    startBrowser(releases),
  ]);
  await Promise.all([stack.startApi(), stack.startWorker()]);
  if (browser === null) return;
  dashboard = await openDashboard(browser, stack.api.url);
  ({ page } = dashboard);
});
afterAll(releases.releaseAll);

/** A test that needs a browser; without one it passes, after the reason was printed. */
const inBrowser = (name: string, run: () => Promise<void>) =>
  test(name, async () => {
    if (browser !== null) await run();
  });

describe('GET /', () => {
  test('returns the dashboard to a browser and JSON to other clients', async () => {
    const asBrowser = await fetch(stack.api.url, { headers: { accept: 'text/html,application/xhtml+xml,*/*;q=0.8' } });
    expect(asBrowser.headers.get('content-type')).toMatch(/^text\/html/);
    expect(asBrowser.headers.get('cache-control')).toBe('no-cache');
    expect(asBrowser.headers.get('content-security-policy')).toMatch(
      /default-src 'none'; script-src http:\S+\/dashboard\/assets\/; style-src 'self';/,
    );
    const asset = /\/dashboard\/assets\/[^"]+\.js/.exec(await asBrowser.text())?.[0] ?? '';
    const script = await fetch(stack.api.url + asset);
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-encoding')).toMatch(/^(?:br|gzip)$/);
    expect(await (await fetch(stack.api.url)).json()).toMatchObject({ name: 'sendoff' });
  });
});

describe('signing in', () => {
  inBrowser('a wrong key shows an error, and a valid one leads to the first curl command', async () => {
    const sizes: Promise<number>[] = [];
    page.on('response', (response) => {
      if (response.url().endsWith('.js'))
        sizes.push(
          response
            .request()
            .sizes()
            .then(({ responseBodySize }) => responseBodySize),
        );
    });
    await page.goto('/');
    await expectEveryTheme(page, 'sign-in');
    await page.getByLabel('API key').fill('wrong');
    await page.getByRole('button', { name: 'Sign in' }).click();
    expect(await page.getByRole('alert').textContent()).toContain('API key is invalid');

    await signIn(page, stack.api.key);
    await page.getByText('Send your first email').waitFor();
    await page.locator('canvas').waitFor();
    expect(await page.locator('pre').first().textContent()).toContain(`curl -sS ${stack.api.url}/emails`);
    await expectEveryTheme(page, 'overview-empty');
    const octets = sum(await Promise.all(sizes));
    process.stdout.write(`First page: ${String(octets)} bytes of JavaScript.\n`);
    expect(octets).toBeLessThan(MAX_JAVASCRIPT);
    // The 401 for the wrong key, which browsers report on the console.
    expect(dashboard.complaints.filter((text) => !text.includes('401'))).toEqual([]);
  });

  inBrowser('a browser with an invalid language tag shows the overview', async () => {
    if (browser === null) return;
    const other = await openDashboard(browser, stack.api.url);
    // Chromium's language when LANG is C.
    await other.page.addInitScript({
      content: `Object.defineProperty(Navigator.prototype, 'language', { configurable: true, get: () => 'en-US@posix' })`,
    });
    await signIn(other.page, stack.api.key);
    await other.page.locator('canvas').waitFor();
    expect(other.complaints).toEqual([]);
    await other.context.close();
  });

  inBrowser('the first page becomes usable in every load, and the times are printed', async () => {
    const loads: number[] = [];
    while (loads.length < 3) loads.push(await usableAfter(dashboard));
    process.stdout.write(`First page: usable after ${loads.join(', ')} ms.\n`);
  });

  inBrowser('the session cookie is not readable by scripts, and not valid for requests from other sites', async () => {
    const [cookie] = await dashboard.context.cookies();
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/' });
    const headers = { cookie: `${String(cookie?.name)}=${String(cookie?.value)}`, authorization: undefined };
    const write = { method: 'POST', path: '/api-keys', body: { name: 'Backups' } };
    expect(await callApi(stack.api, { path: '/emails', headers })).toMatchObject({ status: 200 });
    expect(await callApi(stack.api, { ...write, headers })).toMatchObject({ status: 403 });
    expect(await callApi(stack.api, { ...write, headers: { ...headers, origin: 'https://evil.example' } })).toMatchObject({
      status: 403,
    });
    expect(await callApi(stack.api, { ...write, headers: { ...headers, origin: stack.api.url } })).toMatchObject({ status: 201 });
  });

  inBrowser('a sign-in link works once', async () => {
    const link = `/dashboard/sign-in#${makeSignInToken(String(stack.variables['SECRET_KEY']), Date.now())}`;
    const first = await openDashboard(dashboard.browser, stack.api.url);
    await first.page.goto(link);
    await first.page.getByRole('heading', { name: 'Overview' }).waitFor();
    expect(first.page.url()).toBe(`${stack.api.url}/`);
    await first.page.getByRole('button', { name: 'Sign out' }).click();
    await first.page.getByRole('heading', { name: 'Sign in' }).waitFor();
    await first.page.goto(link);
    expect(await first.page.getByRole('alert').textContent()).toContain('already used');
    await first.context.close();
  });
});

describe('an email', () => {
  inBrowser('is composed with an attachment and shown until it is sent', async () => {
    await page.keyboard.press('c');
    await page.getByRole('heading', { name: 'Compose' }).waitFor();
    await expectEveryTheme(page, 'compose');
    await page.getByLabel('From', { exact: true }).fill('Acme <hello@acme.example>');
    await page.getByLabel('To', { exact: true }).fill('Ada Lovelace <ada@example.com>, bob@example.com');
    await page.getByLabel('Subject').fill('Your invoice for April');
    await page.getByLabel('HTML', { exact: true }).fill('<h1>Thank you</h1><p>Your invoice is attached.</p>');
    await page.getByText('Cc, Bcc, Reply to, tags').click();
    await page.getByLabel('Tags').fill('category:invoice');
    await page
      .getByLabel('Attachments')
      .setInputFiles({ name: 'invoice.txt', mimeType: 'text/plain', buffer: Buffer.from('42 EUR') });
    await page.getByText('7 bytes').or(page.getByText('6 bytes')).waitFor();
    await page.getByRole('button', { name: 'Send email' }).click();

    await page.getByRole('heading', { name: 'Your invoice for April' }).waitFor();
    await page.getByRole('status').getByText('Sent', { exact: true }).waitFor();
    await page.getByText('accepted by the relay').waitFor();
    const [message] = await stack.relay.waitFor(1, 5000);
    expect(message?.envelope.to).toEqual(['ada@example.com', 'bob@example.com']);
    expect(message?.raw.toString()).toContain('filename=invoice.txt');
    await expectEveryTheme(page, 'email-sent');
    await page.getByRole('tab', { name: 'Source' }).click();
    const source = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download (.eml)' }).click();
    expect(await readFile(await (await source).path(), 'latin1')).toBe(message?.raw.toString('latin1'));
    expect(await page.getByRole('tabpanel').locator('pre').textContent()).toContain('Subject: Your invoice for April');
    await expectEveryTheme(page, 'email-source');
    await page.getByRole('tab', { name: 'Attachments (1)' }).click();
    const saved = page.waitForEvent('download');
    await page.getByRole('link', { name: 'Download invoice.txt' }).click();
    expect((await saved).suggestedFilename()).toBe('invoice.txt');
  });

  inBrowser('is found by a filter, which stays in the URL, and shows the SMTP reply', async () => {
    await submitEmail(stack.api, { from: 'hello@acme.example', to: 'nobody@example.com', subject: 'Welcome', text: 'Hi' });
    await page.keyboard.press('g');
    await page.keyboard.press('e');
    await page.getByRole('link', { name: 'Welcome' }).waitFor();
    await page.getByRole('link', { name: 'Your invoice for April' }).waitFor();
    await expectEveryTheme(page, 'emails');
    await page.keyboard.press('/');
    await page.keyboard.type('nobody@example.com');
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Your invoice for April' }).waitFor({ state: 'detached' });
    expect(page.url()).toContain('/dashboard/emails?to=nobody%40example.com');
    await page.reload();
    await page.keyboard.press('j');
    await page.getByRole('row').nth(1).getByText('Bounced').waitFor();
    await page.getByRole('link', { name: 'Welcome' }).press('Enter');
    await page.getByText('550 5.1.1 No such user here').first().waitFor();
    await expectEveryTheme(page, 'email-bounced');
  });

  inBrowser('can be scheduled and canceled', async () => {
    await page.goto('/dashboard/compose');
    await page.getByLabel('From', { exact: true }).fill('hello@acme.example');
    await page.getByLabel('To', { exact: true }).fill('ada@example.com');
    await page.getByLabel('Subject').fill('Happy new week');
    await page.getByLabel('Text', { exact: true }).fill('See you.');
    const inTwoDays = new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 16);
    await page.getByLabel('Send at (your time)').fill(inTwoDays);
    await page.getByRole('button', { name: 'Schedule email' }).click();
    await page.getByText('Not due yet.').waitFor();
    await expectEveryTheme(page, 'email-scheduled');
    await page.getByRole('button', { name: 'Cancel email' }).click();
    const question = page.getByRole('dialog', { name: 'Cancel this email?' });
    await question.getByRole('button', { name: 'Cancel email' }).click();
    await page.getByRole('status').getByText('Canceled', { exact: true }).waitFor();
  });
});

describe('a malicious html email', () => {
  inBrowser('runs no script, sends no form, and loads no remote content without permission', async () => {
    const elsewhere = await startElsewhere();
    const html = `<h1>Hello</h1>
      <script>document.title = parent.document.title = 'taken'; fetch('${elsewhere.url}/script');</script>
      <img src="${elsewhere.url}/pixel.gif" onerror="document.body.append('taken')">
      <link rel="stylesheet" href="${elsewhere.url}/style.css">
      <link rel="preconnect" href="${elsewhere.url}"><link rel="prefetch" href="${elsewhere.url}/prefetch">
      <iframe src="${elsewhere.url}/frame"></iframe>
      <meta http-equiv="refresh" content="0; url=${elsewhere.url}/refresh">
      <form action="${elsewhere.url}/form"><input name="secret" value="1"><button>Send it</button></form>
      <a href="${elsewhere.url}/link" target="_top">Away</a>`;
    const id = await submitEmail(stack.api, { from: 'a@acme.example', to: 'ada@example.com', subject: 'Prize', html });
    await page.goto(`/dashboard/emails/${id}`);
    const frame = page.frameLocator('iframe[title="The email as its recipient sees it"]');
    await frame.getByRole('heading', { name: 'Hello' }).waitFor();
    await frame.getByRole('button', { name: 'Send it' }).click();
    await frame.getByRole('link', { name: 'Away' }).click();
    await frame.getByRole('heading', { name: 'Hello' }).waitFor();
    expect(await frame.locator('body').innerText()).not.toContain('taken');
    expect({ title: await page.title(), url: page.url() }).toEqual({
      title: 'Prize · Sendoff',
      url: `${stack.api.url}/dashboard/emails/${id}`,
    });
    expect(elsewhere).toMatchObject({ asked: [], connections: 0 });

    await page.getByRole('button', { name: 'Load remote images' }).click();
    await waitUntil('the remote image', 5000, () => elsewhere.asked.includes('/pixel.gif'));
    const loaded = new Set(['/pixel.gif', '/style.css', '/prefetch']);
    expect(elsewhere.asked.filter((path) => !loaded.has(path))).toEqual([]);
  });
});

describe('an API key', () => {
  inBrowser('can be created, is shown once, and can be edited and revoked', async () => {
    await page.goto('/dashboard/api-keys');
    await page.getByRole('button', { name: 'Create key' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Shop');
    await expectEveryTheme(page, 'api-key-create');
    await page.getByRole('dialog').getByRole('button', { name: 'Create key' }).click();
    await page.getByText('The API key was created').waitFor();
    const key = (await page.getByRole('dialog').locator('pre').textContent()) ?? '';
    expect(key).toMatch(/^re_so_live_\S{43}$/);
    // Escape would close other dialogs; here it would lose the key.
    await page.keyboard.press('Escape');
    await page.getByRole('alert').filter({ hasText: 'It is not shown again. Copy it first' }).waitFor();
    await page.mouse.click(5, 5);
    expect(await page.getByRole('dialog').locator('pre').textContent()).toBe(key);
    await page.getByRole('button', { name: 'Done' }).click();
    expect(await page.content()).not.toContain(key);
    const body = { from: 'a@acme.example', to: 'ada@example.com', subject: 'By the shop', text: 'Hi' };
    expect(await submitEmail({ ...stack.api, key }, body)).toBeTruthy();

    await page.getByRole('button', { name: 'Edit Shop' }).click();
    await page.getByLabel('Name', { exact: true }).fill('Web shop');
    await page.getByText('Limits', { exact: true }).filter({ visible: true }).last().click();
    await page.getByLabel('Allowed senders').fill('acme');
    await page.getByLabel('Emails a day (UTC)').fill('5');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('alert').filter({ hasText: 'allowed_senders' }).waitFor();
    await page.getByLabel('Allowed senders').fill('acme.example');
    await expectEveryTheme(page, 'api-key-edit');
    await page.getByRole('button', { name: 'Save' }).click();
    await page.getByRole('cell', { name: 'As acme.example' }).waitFor();
    expect(await submitEmail({ ...stack.api, key }, body)).toBeTruthy();
    await page.reload();
    await page.getByText('1 of 5 emails today').waitFor();
    await page.getByRole('button', { name: 'Revoke Web shop' }).waitFor();
    await expectEveryTheme(page, 'api-keys');
    await page.getByRole('button', { name: 'Revoke Web shop' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Revoke' }).click();
    await page.getByRole('button', { name: 'Revoke Web shop' }).waitFor({ state: 'detached' });
    await waitUntil(
      'the key being refused',
      6000,
      async () => (await callApi({ ...stack.api, key }, { method: 'POST', path: '/emails', body })).status === 401,
    );
  });
});

describe('the overview and the queue', () => {
  inBrowser('are updated live', async () => {
    await page.goto('/');
    const accepted = page.locator('dl div', { hasText: 'Accepted' }).locator('dd');
    const before = Number(await accepted.textContent());
    await submitEmail(stack.api, { from: 'a@acme.example', to: 'ada@example.com', subject: 'News', text: 'Hi' });
    await waitUntil('one more email on the page', 20_000, async () => Number(await accepted.textContent()) === before + 1);
    await page.getByText(stack.relay.url).waitFor();
    await expectEveryTheme(page, 'overview');
    await page.goto('/dashboard/queue');
    await page.getByText('No job is waiting').waitFor();
    await expectEveryTheme(page, 'queue');
    // The rejected requests above are expected console messages.
    expect(dashboard.complaints.filter((text) => !/\b(?:401|422)\b/.test(text) && !isBlockedEmail(text))).toEqual([]);
  });
});

/** Console messages about the malicious email. */
const isBlockedEmail = (text: string): boolean => /sandbox|violates the following Content Security Policy/i.test(text);

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** A server that the email tries to reach, with the requests received. */
async function startElsewhere() {
  const elsewhere = { url: '', asked: [] as string[], connections: 0 };
  const server: Server = createServer((request, response) => {
    elsewhere.asked.push(String(request.url));
    response.end();
  });
  server.on('connection', () => (elsewhere.connections += 1));
  releases.add(() => server.close());
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  elsewhere.url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  return elsewhere;
}
