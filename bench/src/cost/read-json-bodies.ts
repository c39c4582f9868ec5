/** What the API does with a body, from its bytes to what is kept, without a server around it. */
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

/** The validator of the API for a schema. */
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

/** As `POST /emails` with an idempotency key does. */
export function readEmail(bytes: Buffer, id: string): void {
  const body = checked(validateEmail, normalizeEmailBody(parse(bytes)));
  fingerprintRequest('POST /emails', body, buildSubmission(body, { ...CONTEXT, id }));
}

/** As `POST /emails/batch` does. */
export async function readBatch(bytes: Buffer): Promise<void> {
  const values = parse(bytes);
  if (!Array.isArray(values)) return;
  fingerprintBatch('POST /emails/batch', values);
  const readBody = (value: unknown) => checked(validateEmailOfBatch, normalizeEmailOfBatch(value));
  // Who may send it is not fuzzed: that is no reading.
  await buildBatch(values, { readBody, check: () => undefined }, CONTEXT);
}
