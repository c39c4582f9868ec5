import { modeIsIn, type ModeScope } from '../api-key/mode-scope.ts';
import type { Database } from '../database.ts';
import { explainRefusal, type Refusal } from './explain-refusal.ts';

/** An email that was moved, as a job for it needs it. */
export interface Rescheduled {
  readonly kind: 'done';
  readonly generation: number;
}

/** Moves a scheduled email to another time. Only while it is `scheduled`: a worker that has begun wins. */
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
