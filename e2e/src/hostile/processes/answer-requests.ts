/** What a request failed with. */
export interface Failed {
  readonly problem: string;
}

/** Answers the requests that `openProcess` sends to this process, each with one message. */
export function answerRequests(answer: (request: never) => Promise<object>): void {
  process.on('message', (request) => {
    answer(request as never)
      .catch((error: unknown): Failed => ({
        problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }))
      .then((told) => process.send?.(told))
      .catch(() => undefined);
  });
  // What the preload lets go of is what this program waits for.
  process.channel?.ref();
}
