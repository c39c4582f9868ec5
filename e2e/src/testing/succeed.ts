/** The result of a call of the `resend` package. */
interface Answer<Data> {
  readonly data: Data | null;
  readonly error: { readonly name: string; readonly message: string; readonly statusCode: number | null } | null;
}

/**
 * The data of a call that must succeed.
 *
 * @throws {Error} with the message of the API if it failed
 */
export async function succeed<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error } = await call;
  if (error !== null) throw new Error(`${String(error.statusCode)} ${error.name}: ${error.message}`);
  if (data === null) throw new Error('The response has neither data nor an error');
  return data;
}

/** The error of a call that must fail. */
export async function fail(call: Promise<Answer<unknown>>): Promise<NonNullable<Answer<unknown>['error']>> {
  const { data, error } = await call;
  if (error === null) throw new Error(`This call did not fail: ${JSON.stringify(data)}`);
  return error;
}
