import { modeIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import type { EmailStatus } from '../generated/enums.ts';

/** Why an email was not changed. */
export type Refusal = { readonly kind: 'not_found' } | { readonly kind: 'wrong_status'; readonly status: EmailStatus };

/** Looks up why a conditional update of an email matched no row. */
export async function explainRefusal(database: Pick<Database, 'emailRecord'>, id: string, scope: ModeScope): Promise<Refusal> {
  const email = await database.emailRecord.findUnique({ where: { id, ...modeIn(scope) }, select: { status: true } });
  return email === null ? { kind: 'not_found' } : { kind: 'wrong_status', status: email.status };
}
