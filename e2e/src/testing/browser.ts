/** A real browser that needs no installation. */
import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { chromium, type Browser, type LaunchOptions } from 'playwright-core';
import type { Releases } from './releases.ts';

/** The options of Chromium for running as root, as in containers, and without a display. */
const ARGUMENTS = ['--no-sandbox', '--no-zygote', '--disable-gpu', '--hide-scrollbars', '--font-render-hinting=none'];

/**
 * Starts Chromium: on Linux x64 the one from the package `@sparticuz/chromium`, elsewhere an installed Chrome.
 *
 * @returns null if there is none, after printing the reason; with `CI=true`, that is an error
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
    process.stderr.write(`Skipping browser tests, because no browser can be started: ${String(error)}\n`);
    return null;
  }
}

/** Unpacks the program and prints its path. The package adds its libraries only if it detects a serverless environment. */
const UNPACK = "import chromium from '@sparticuz/chromium'; console.log(await chromium.executablePath());";

/** Unpacks it into a private directory: in a shared one, another process might still be writing it. */
async function unpackChromium(releases: Releases): Promise<LaunchOptions> {
  const directory = mkdtempSync(join(tmpdir(), 'sendoff-chromium-'));
  releases.add(() => rmSync(directory, { recursive: true, force: true }));
  // In a separate process, which takes its temporary directory from the environment.
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', UNPACK], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: directory, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' },
  });
  const executablePath = stdout.trim();
  const env = { ...definedVariables(), FONTCONFIG_FILE: describeFonts(directory) };
  if (sharedLibrariesAreThere(executablePath)) return { executablePath, env };
  return { executablePath, env: { ...env, LD_LIBRARY_PATH: join(directory, 'al2023', 'lib') } };
}

/** Prefers the packaged font: there may be none installed, and screenshots should not depend on the machine. */
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
