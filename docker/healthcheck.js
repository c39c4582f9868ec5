/**
 * The health check of the images: `node healthcheck.js VARIABLE`, where the variable contains the port.
 *
 * Exits 0 when the program is ready, 1 when it is not or does not respond. A program without its queue is still ready: it accepts
 * email and sends it later.
 */
/* global AbortSignal, fetch */
const LIMIT_MS = 4000;

const { [process.argv[2] ?? 'PORT']: port, HOST: host = '127.0.0.1' } = process.env;
const address = ['0.0.0.0', '::', ''].includes(host) ? '127.0.0.1' : host.includes(':') ? `[${host}]` : host;

try {
  const response = await fetch(`http://${address}:${port}/readyz`, { signal: AbortSignal.timeout(LIMIT_MS) });
  console.log(await response.text());
  process.exitCode = response.ok ? 0 : 1;
} catch (error) {
  console.log(String(error.cause ?? error));
  process.exitCode = 1;
}
