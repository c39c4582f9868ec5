import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { explainRefusal, type Refusal } from './explain-refusal.ts';

/** A rescheduled email, with what its next job needs. */
export interface Rescheduled {
  readonly kind: 'done';
  readonly generation: number;
}

/** Changes the time of an email that is still `scheduled`; once a worker has begun an attempt, it is refused. */
export async function rescheduleEmail(
  database: Database,
  id: string,
  scheduledAt: Date,
  scope: ModeScope,
): Promise<Rescheduled | Refusal> {
  const [moved] = await database.$queryRaw<{ generation: number }[]>`
    UPDATE "EmailRecord"
    SET "scheduledAt" = ${scheduledAt}, "nextAttemptAt" = ${scheduledAt}, "postponedReason" = NULL, "relayFailingSince" = NULL,
      generation = generation + 1
    WHERE id = ${id}::uuid AND ${modeIsIn(scope)} AND status = 'scheduled' RETURNING generation`;
  return moved === undefined ? explainRefusal(database, id, scope) : { kind: 'done', generation: moved.generation };
}
