/** What the linter of the OpenAPI document finds and is right as it is. */

/** One finding, by rule and place, and why it stays. */
export interface JustifiedFinding {
  readonly rule: string;
  /** A JSON pointer into the document. */
  readonly at: string;
  readonly why: string;
}

const takesNothing = (path: string): JustifiedFinding => ({
  rule: 'operation-4xx-response',
  at: `#/paths/${path.replaceAll('/', '~1')}/get/responses`,
  why: 'It takes neither a key nor a parameter nor a body: there is nothing that a client could get wrong.',
});

/** The findings that stay. One that is not found any more fails the test, too. */
export const JUSTIFIED: readonly JustifiedFinding[] = ['/', '/healthz', '/readyz'].map(takesNothing);
