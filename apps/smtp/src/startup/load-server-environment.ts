import { BlockList, isIP } from 'node:net';
import { InvalidEnvironment, loadSmtpEnvironment, type RawEnvironment, type SmtpEnvironment } from '@sendoff/config';
import { InvalidCertificate, readCertificate } from '../tls/read-certificate.ts';

/**
 * Loads the environment of SMTP. An API key is a password, so it may only travel encrypted or within one machine.
 *
 * @throws {InvalidEnvironment} also without a certificate when `HOST` is not a loopback address.
 */
export function loadServerEnvironment(raw?: RawEnvironment): SmtpEnvironment {
  const environment = loadSmtpEnvironment(raw);
  const problem = tlsProblem(environment);
  if (problem !== null) throw new InvalidEnvironment([problem]);
  return environment;
}

function tlsProblem({ HOST: host, SMTP_TLS_CERT: cert, SMTP_TLS_KEY: key }: SmtpEnvironment): string | null {
  if (cert === undefined && key === undefined) {
    return isLoopback(host)
      ? null
      : `SMTP_TLS_CERT is not set, and HOST is ${host}: API keys would travel unencrypted. Set SMTP_TLS_CERT and SMTP_TLS_KEY, or HOST to 127.0.0.1.`;
  }
  if (cert === undefined) return 'SMTP_TLS_CERT is not set, though SMTP_TLS_KEY is. Set both or neither.';
  if (key === undefined) return 'SMTP_TLS_KEY is not set, though SMTP_TLS_CERT is. Set both or neither.';
  try {
    readCertificate({ cert, key });
    return null;
  } catch (error) {
    if (error instanceof InvalidCertificate) return error.message;
    throw error;
  }
}

/** Whether the host is a loopback address, which only this machine can reach. */
function isLoopback(host: string): boolean {
  const version = isIP(host);
  return version === 0 ? host === 'localhost' : LOOPBACK.check(host, version === 6 ? 'ipv6' : 'ipv4');
}

const LOOPBACK = new BlockList();
LOOPBACK.addSubnet('127.0.0.0', 8);
LOOPBACK.addAddress('::1', 'ipv6');
