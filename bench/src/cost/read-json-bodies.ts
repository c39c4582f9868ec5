/** The API's processing of a request body, from bytes to the stored values, without an HTTP server. */
import {
  BatchEmailBody,
  buildBatch,
  buildSubmission,
  EmailBody,
  fingerprintBatch,
  fingerprintRequest,
  normalizeEmailBody,
  normalizeEmailOfBatch,
} from '@sendoff/intake/submission';
import { cutOutFiles, validateStrictly } from './measured-functions.ts';

type Validate = (value: unknown) => { readonly value?: unknown; readonly error?: Error };

/** The API's validator for a schema. */
function validatorOf(schema: object): Validate {
  let validate: Validate | undefined;
  const app = {
    setValidatorCompiler: (compile: (route: object) => Validate) => {
      validate = compile({ schema, method: 'POST', url: '/emails', httpPart: 'body' });
    },
  };
  validateStrictly(app as never);
  if (validate === undefined) throw new TypeError('There is no validator');
  return validate;
}

const validateEmail = validatorOf(EmailBody);
const validateEmailOfBatch = validatorOf(BatchEmailBody);

function parse(body: Buffer): unknown {
  const { text, putBack } = cutOutFiles(body);
  const parsed = JSON.parse(text) as unknown;
  putBack(parsed);
  return parsed;
}

function checked(validate: Validate, value: unknown): EmailBody {
  const result = validate(value);
  if (result.error !== undefined) throw result.error;
  return result.value as EmailBody;
}

const CONTEXT = { apiKeyId: null, mode: 'live', defaultFrom: undefined } as const;

/** Like `POST /emails` with an idempotency key. */
export function readEmail(bytes: Buffer, id: string): void {
  const body = checked(validateEmail, normalizeEmailBody(parse(bytes)));
  fingerprintRequest('POST /emails', body, buildSubmission(body, { ...CONTEXT, id }));
}

/** Like `POST /emails/batch`. */
export async function readBatch(bytes: Buffer): Promise<void> {
  const values = parse(bytes);
  if (!Array.isArray(values)) return;
  fingerprintBatch('POST /emails/batch', values);
  const readBody = (value: unknown) => checked(validateEmailOfBatch, normalizeEmailOfBatch(value));
  // Sender restrictions are not measured, since they parse nothing.
  await buildBatch(values, { readBody, check: () => undefined }, CONTEXT);
}
