/** Runs a private Postfix: its configuration, queue and data are in one directory, and it listens on 127.0.0.1 only. */
import { execFile, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { isPortOpen } from './ports.ts';
import type { Releases } from './releases.ts';
import { waitUntil } from './wait-until.ts';

const run = promisify(execFile);
const START_LIMIT_MS = 15_000;

/** The addresses of Postfix and the servers it forwards to; all on this machine. */
export interface PostfixOptions {
  readonly port: number;
  /** The local domain of Postfix, which has no mailboxes. */
  readonly hostname: string;
  /** Ports on 127.0.0.1 by domain. */
  readonly routes: Readonly<Record<string, number>>;
}

/** The reason why Postfix cannot run here; null if it can. */
export function whyNoPostfix(): string | null {
  if (process.getuid?.() !== 0) return 'Postfix can be started by root only';
  try {
    execFileSync('postconf', ['-d', 'mail_version'], { stdio: 'ignore' });
    return null;
  } catch {
    return 'Postfix is not installed (apt-get install postfix)';
  }
}

/** Starts Postfix; resolves with a function that reads its log once it accepts connections. */
export async function startPostfix(releases: Releases, options: PostfixOptions): Promise<{ readonly log: () => string }> {
  const home = mkdtempSync(join(tmpdir(), 'sendoff-e2e-postfix-'));
  const logFile = join(home, 'log');
  const log = (): string => (existsSync(logFile) ? readFileSync(logFile, 'utf8') : '');
  writeConfiguration(home, logFile, options);

  guard(releases, home);
  // Postfix daemonizes itself and drops its privileges as far as its services allow.
  await run('postfix', ['-c', home, 'start']).catch((error: unknown) => {
    throw new Error(`Postfix did not start:\n${log()}`, { cause: error });
  });
  await waitUntil(`Postfix on port ${String(options.port)}`, START_LIMIT_MS, () => isPortOpen(options.port));
  return { log };
}

const STOP = 'read -r _; postfix -c "$0" stop; end=$?; rm -rf "$0"; exit $end';

/** Stops Postfix and deletes its files when the test releases it or is killed, even with SIGKILL. */
function guard(releases: Releases, home: string): void {
  const shell = spawn('sh', ['-c', STOP, home], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] });
  releases.add(async () => {
    shell.stdin.end();
    const [end] = (await once(shell, 'close')) as [number | null];
    if (end !== 0) throw new Error(`Postfix in ${home} did not stop`);
  });
}

function writeConfiguration(home: string, logFile: string, { port, hostname, routes }: PostfixOptions): void {
  const [queue, data] = [join(home, 'queue'), join(home, 'data')];
  for (const directory of [queue, data]) mkdirSync(directory);
  // Its user needs access through the first directory to the second, which must belong to it.
  chmodSync(home, 0o755);
  const owner = ownerOf('postfix');
  chownSync(data, owner.user, owner.group);

  const transports = Object.entries(routes).map(([domain, at]) => `{ ${domain} = smtp:[127.0.0.1]:${String(at)} }`);
  writeFileSync(
    join(home, 'main.cf'),
    lines(
      'compatibility_level = 3.6',
      `queue_directory = ${queue}`,
      `data_directory = ${data}`,
      `maillog_file = ${logFile}`,
      `maillog_file_prefixes = ${home}`,
      'inet_interfaces = 127.0.0.1',
      'inet_protocols = ipv4',
      `myhostname = ${hostname}`,
      'mydestination = $myhostname',
      'mynetworks = 127.0.0.1/32',
      'smtpd_relay_restrictions = permit_mynetworks, reject',
      '# Mailboxes of its own are looked for only after it has taken the message.',
      'local_recipient_maps =',
      'alias_maps =',
      'alias_database =',
      'smtp_tls_security_level = may',
      `transport_maps = inline:{ ${transports.join(', ')} }`,
      'default_transport = error:5.1.2 Nothing leaves this machine',
    ),
  );
  writeFileSync(join(home, 'master.cf'), lines(`127.0.0.1:${String(port)} inet n - n - - smtpd`, ...SERVICES));
}

/** The Postfix services that receive, send and bounce, without a chroot (master(5)). */
const SERVICES = [
  'pickup unix n - n 60 1 pickup',
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'tlsmgr unix - - n 1000? 1 tlsmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'verify unix - - n - 1 verify',
  'proxymap unix - - n - - proxymap',
  'smtp unix - - n - - smtp',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'local unix - n n - - local',
  'anvil unix - - n - 1 anvil',
  'scache unix - - n - 1 scache',
  'postlog unix-dgram n - n - 1 postlogd',
];

const lines = (...all: readonly string[]): string => all.map((line) => `${line}\n`).join('');

function ownerOf(name: string): { readonly user: number; readonly group: number } {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { encoding: 'utf8' }));
  return { user: id('-u'), group: id('-g') };
}
