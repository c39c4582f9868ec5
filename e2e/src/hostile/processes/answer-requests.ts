/** An error of a request, in serializable form. */
export interface Failed {
  readonly problem: string;
}

/** Serves the requests that `openProcess` sends to this process, each with one response. */
export function answerRequests(answer: (request: never) => Promise<object>): void {
  process.on('message', (request) => {
    answer(request as never)
      .catch((error: unknown): Failed => ({
        problem: error instanceof Error ? (error.stack ?? error.message) : String(error),
      }))
      .then((told) => process.send?.(told))
      .catch(() => undefined);
  });
  // The preload unreferences the channel; this program must stay alive for requests.
  process.channel?.ref();
}
