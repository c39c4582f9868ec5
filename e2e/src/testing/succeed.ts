/** What the `resend` package answers to every call. */
interface Answer<Data> {
  readonly data: Data | null;
  readonly error: { readonly name: string; readonly message: string; readonly statusCode: number | null } | null;
}

/**
 * The data of a call that is to go well.
 *
 * @throws {Error} with the words of the API when it did not.
 */
export async function succeed<Data>(call: Promise<Answer<Data>>): Promise<Data> {
  const { data, error } = await call;
  if (error !== null) throw new Error(`${String(error.statusCode)} ${error.name}: ${error.message}`);
  if (data === null) throw new Error('The answer holds neither data nor an error');
  return data;
}

/** The error of a call that is to be refused. */
export async function fail(call: Promise<Answer<unknown>>): Promise<NonNullable<Answer<unknown>['error']>> {
  const { data, error } = await call;
  if (error === null) throw new Error(`This was not refused: ${JSON.stringify(data)}`);
  return error;
}
