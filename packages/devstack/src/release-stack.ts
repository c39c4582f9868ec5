/** Releases resources in reverse order. */
export class ReleaseStack {
  readonly #releases: (() => Promise<void>)[] = [];

  /** Adds a release that runs before the ones already on the stack. */
  push(release: () => Promise<void>): void {
    this.#releases.push(release);
  }

  /**
   * Waits for a resource that must be released. Its position on the stack is that of this call, and a release during the start
   * waits for it, so that nothing remains running.
   */
  async acquire<Thing>(starting: Promise<Thing>, release: (thing: Thing) => Promise<void>): Promise<Thing> {
    this.push(async () => {
      const outcome = await Promise.allSettled([starting]);
      if (outcome[0].status === 'fulfilled') await release(outcome[0].value);
    });
    return starting;
  }

  /**
   * Releases everything, even if some releases fail. A second call does nothing.
   *
   * @throws {AggregateError} with the failures.
   */
  async release(): Promise<void> {
    const failures: unknown[] = [];
    for (let release = this.#releases.pop(); release !== undefined; release = this.#releases.pop()) {
      try {
        await release();
      } catch (error) {
        failures.push(error);
      }
    }
    if (failures.length > 0) throw new AggregateError(failures, 'Not everything could be stopped.');
  }
}
