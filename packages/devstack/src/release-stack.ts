/** Stops what was started, in the opposite order. */
export class ReleaseStack {
  readonly #releases: (() => Promise<void>)[] = [];

  /** Adds what is to be done before everything that is on the stack already. */
  push(release: () => Promise<void>): void {
    this.#releases.push(release);
  }

  /**
   * Waits for something that must be released again. Its place on the stack is where it was asked
   * for, and a release that comes before it is there waits for it, so that nothing is left behind
   * when everything is stopped while it is still starting.
   */
  async acquire<Thing>(starting: Promise<Thing>, release: (thing: Thing) => Promise<void>): Promise<Thing> {
    this.push(async () => {
      const outcome = await Promise.allSettled([starting]);
      if (outcome[0].status === 'fulfilled') await release(outcome[0].value);
    });
    return starting;
  }

  /**
   * Releases everything; each gets its turn even when another fails. A second call finds nothing to do.
   *
   * @throws {AggregateError} with what failed.
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
