/** Opens the dashboard in a browser and checks every page. */
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { ROOT } from './programs.ts';
import { waitUntil } from './wait-until.ts';

/** A page and its errors. */
export interface Dashboard {
  readonly browser: Browser;
  readonly page: Page;
  readonly context: BrowserContext;
  /** Console errors, including violations of the Content-Security-Policy, and uncaught exceptions. */
  readonly complaints: readonly string[];
}

/** The Content-Security-Policy blocks other script tags, so axe is injected through the browser. */
const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** The timeout of every wait, in milliseconds. */
const TIMEOUT_MS = 20_000;

/** The directory for screenshots, relative to the root; none are taken without it. */
const PICTURES = process.env['DASHBOARD_SCREENSHOTS'];

/** Opens a signed-out window. */
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

/** Signs in with a key through the form. */
export async function signIn(page: Page, key: string): Promise<void> {
  await page.goto('/');
  await page.getByLabel('API key').fill(key);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('heading', { name: 'Overview' }).waitFor();
}

/**
 * Measures the milliseconds until the overview is usable in a new window with an empty cache: its heading and controls are
 * rendered, and the browser is idle.
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
  // `waitForFunction` is blocked by the Content-Security-Policy.
  let milliseconds = 0;
  await waitUntil('the page to be usable', TIMEOUT_MS, async () => {
    milliseconds = await page.evaluate<number>('window.usableAfterMs ?? 0');
    return milliseconds > 0;
  });
  await fresh.close();
  return milliseconds;
}

/** Sets the theme without using the selector. */
async function useTheme(page: Page, theme: 'light' | 'dark'): Promise<void> {
  await page.emulateMedia({ colorScheme: theme });
}

/** Fails for every serious or critical violation of WCAG 2.2 AA that axe reports. */
async function expectAccessible(page: Page, what: string): Promise<void> {
  // Waits for dialogs to finish fading in, since their colors are still changing; endless animations such as spinners are not
  // waited for.
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

/** Checks the page in both themes and at the width of a phone. */
export async function expectEveryTheme(page: Page, name: string): Promise<void> {
  for (const theme of ['light', 'dark'] as const) {
    await useTheme(page, theme);
    await expectAccessible(page, `${name}, ${theme}`);
    await takePicture(page, `${name}-${theme}`);
  }
  await useTheme(page, 'light');
  await page.setViewportSize({ width: 390, height: 780 });
  // The chart is resized a moment later; a page that stays too wide fails below.
  let width = Infinity;
  const measure = async () => (width = await page.evaluate<number>('document.documentElement.scrollWidth')) <= 390;
  await waitUntil('a page as wide as the screen', 10_000, measure).catch(() => undefined);
  expect({ name, width }).toEqual({ name, width: 390 });
  await takePicture(page, `${name}-phone`);
  await page.setViewportSize({ width: 1280, height: 800 });
}

/** Takes a screenshot for the documentation, if enabled. */
async function takePicture(page: Page, name: string): Promise<void> {
  if (PICTURES === undefined) return;
  const directory = join(ROOT, PICTURES);
  mkdirSync(directory, { recursive: true });
  await page.screenshot({ path: join(directory, `${name}.png`), animations: 'disabled' });
}
