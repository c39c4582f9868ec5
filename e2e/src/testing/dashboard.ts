/** The dashboard in a browser, with what its tests ask of every page. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ROOT } from './programs.ts';
import { waitUntil } from './wait-until.ts';

/** A page, and what went wrong on it. */
export interface Dashboard {
  readonly browser: Browser;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Errors on the console, violations of the policy among them, and those that nobody caught. */
  readonly complaints: readonly string[];
}

/** The policy of the page forbids script tags of others, so it goes in as the browser's own. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** Milliseconds that anything on the page may take. */
const TIMEOUT_MS = 20_000;

/** Where pictures are to be kept, from the root: none are taken without it. */
const PICTURES = process.env['DASHBOARD_SCREENSHOTS'];

/** Opens a window, signed out. */
export async function openDashboard(browser: Browser, url: string): Promise<Dashboard> {
  const context = await browser.newContext({
    baseURL: url,
    viewport: { width: 1280, height: 800 },
    timezoneId: 'Europe/Berlin',
    locale: 'en-GB',
  });
  context.setDefaultTimeout(TIMEOUT_MS);
  const complaints: string[] = [];
  const page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  return { browser, page, context, complaints };
}

/** Signs in with a key, as a person does. */
export async function signIn(page: Page, key: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
}

/**
 * Milliseconds from the navigation until the overview can be used, in a new window with nothing in its cache: its heading
 * and its choices are there, which the script that reacts to them has put there, and the browser has nothing else to do.
 */
export async function usableAfter({ browser, context, page: signedIn }: Dashboard): Promise<number> {
  const fresh = await browser.newContext({ storageState: await context.storageState() });
  const page = await fresh.newPage();
  await page.addInitScript(`new MutationObserver((_, observer) => {
    if (document.querySelector('main h1') === null || document.querySelector('main button') === null) return;
    observer.disconnect();
    requestIdleCallback(() => { window.usableAfterMs = Math.round(performance.now()); });
  }).observe(document, { childList: true, subtree: true })`);
  await page.goto(new URL('/', signedIn.url()).href);
  // Not `waitForFunction`, which the policy of the page forbids.
  let milliseconds = 0;
  await waitUntil('the page to be usable', TIMEOUT_MS, async () => {
    milliseconds = await page.evaluate<number>('window.usableAfterMs ?? 0');
    return milliseconds > 0;
  });
  await fresh.close();
  return milliseconds;
}

/** Chooses how the page looks, without a visit to the choice. */
async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
}

/** Fails for every violation that axe calls serious or critical, of WCAG 2.2 at level AA. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  // A dialog that still fades in has colours that nobody reads by; what turns for ever, as a spinner does, is not waited for.
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime !== Infinity)
    .map(({ finished }) => finished))`);
  await page.evaluate(AXE);
  const { violations: found } = await page.evaluate<AxeResults>(
    `axe.run(document, { iframes: false, runOnly: ${JSON.stringify(RULES)} })`,
  );
  const violations = found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => ({ id, nodes: nodes.map(({ html, any }) => [html, ...any.map(({ message }) => message)]) }));
  expect({ what, violations }).toEqual({ what, violations: [] });
}

interface AxeResults {
  readonly violations: readonly {
    readonly id: string;
    readonly impact: string;
    readonly nodes: readonly { readonly html: string; readonly any: readonly { readonly message: string }[] }[];
  }[];
}

/** Looks at the page in both themes and at the width of a phone. */
export async function expectEveryTheme(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    await expectAccessible(page, `${name}, ${theme}`);
    await takePicture(page, `${name}-${theme}`);
  }
  await useTheme(page, 'light');
  await page.setViewportSize({ width: 390, height: 780 });
  // The chart follows the page a moment later; what is too wide for good fails below.
  let width = Infinity;
  const measure = async () => (width = await page.evaluate<number>('document.documentElement.scrollWidth')) <= 390;
  await waitUntil('a page as wide as the screen', 10_000, measure).catch(() => undefined);
  expect({ name, width }).toEqual({ name, width: 390 });
  await takePicture(page, `${name}-phone`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Takes a picture for the documentation, where pictures are wanted. */
async function takePicture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  const directory = join(ROOT, PICTURES);
  mkdirSync(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`), animations: 'disabled' });
}
