/** Runs once after all integration tests of a package: stops what the global setup started. */

type Release = () => Promise<void>;

let release: Release | undefined;

/** Jest loads setup and teardown once, in the same process, so this module can share the release function. */
export function keepForTeardown(given: Release): void {
  release = given;
}

export default async function tearDownTestServers(): Promise<void> {
  await release?.();
  release = undefined;
}
