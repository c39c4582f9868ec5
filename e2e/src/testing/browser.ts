/** A real browser, without anything installed on the machine. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import type { Releases } from './releases.ts';

/** What Chromium needs where it runs as root, as in containers, and without a screen. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'];

/**
 * Starts Chromium: on Linux x64 the one that the package `@sparticuz/chromium` carries, elsewhere a Chrome
 * that is installed.
 *
 * @returns null, with the reason on standard error, when there is none; with `CI=true` that is an error.
 */
export async function startBrowser(releases: Releases): Promise<Browser | null> {
  try {
    const options =
      process.platform === 'linux' && process.arch === 'x64' ? await unpackChromium(releases) : { channel: 'chrome' };
    const browser = await chromium.launch({ ...options, args: ARGUMENTS });
    releases.add(() => browser.close());
    return browser;
  } catch (error) {
    if (process.env['CI'] === 'true') throw error;
    process.stderr.write(`Browser tests are skipped, since no browser can be started: ${String(error)}\n`);
    return null;
  }
}

/** Says where it has put the program. Its libraries come along only where it believes itself on a machine without them. */
const UNPACK = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());";

/** Unpacks it into a directory of its own: one that is shared might be half written by somebody else. */
async function unpackChromium(releases: Releases): Promise<LaunchOptions> {
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-chromium-'));
  releases.add(() => rmSync(directory, { recursive: true, force: true }));
  // In a process of its own, which takes the directory for temporary files from its environment.
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: directory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  const executablePath = stdout.trim();
  const env = { ...definedVariables(), FONTCONFIG_FILE: describeFonts(directory) };
  if (sharedLibrariesAreThere(executablePath)) return { executablePath, env };
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: join(directory, 'al2023', 'lib') } };
}

/** The packed font before those of the machine: there may be none, and pictures should differ only where the page does. */
function describeFonts(directory: string): string {
  const file = join(directory, 'fonts.conf');
  const prefer = ['system-ui', 'ui-sans-serif', 'sans-serif'].map(
    (family) =>
      `<match target="pattern"><test qual="any" name="family"><string>${family}</string></test>` +
      '<edit name="family" mode="prepend" binding="strong"><string>Open Sans</string></edit></match>',
  );
  const directories = [join(directory, 'fonts'), '/usr/share/fonts'].map((one) => `<dir>${one}</dir>`);
  const cache = `<cachedir>${join(directory, 'fonts-cache')}</cachedir>`;
  writeFileSync(file, `<?xml version="1.0"?><fontconfig>${[...directories, ...prefer, cache].join('')}</fontconfig>`);
  return file;
}

function sharedLibrariesAreThere(executable: string): boolean {
  const { stdout, status } = spawnSync('ldd', [executable], { encoding: 'utf8' });
  return status === 0 && !stdout.includes('not found');
}

const definedVariables = (): Record<string, string> =>
  Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])));
