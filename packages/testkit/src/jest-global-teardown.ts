/** Once after all integration tests of a package: stops what the global setup started. */

type Release = () => Promise<void>;

let release: Release | undefined;

/** Both modules are loaded by Jest's own process, once. */
export function keepForTeardown(given: Release): void {
  release = given;
}

export default async function tearDownTestServers(): Promise<void> {
  await release?.();
  release = undefined;
}
