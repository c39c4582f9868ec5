/** What a key reaches: the mail, the webhooks and the keys of its own mode. Every verb that reads or changes one of these asks for it. */
import { Prisma } from '../generated/client.ts';
import type { Mode } from '../generated/enums.ts';

/** `all`: of every mode. `test`: of test mode alone; the rest is as if it was not there. */
export type ModeScope = 'all' | 'test';

/** What a key, or a session that acts for it, reaches. A live key reaches test mail as well. */
export const scopeOf = ({ mode }: { readonly mode: Mode }): ModeScope => (mode === 'live' ? 'all' : 'test');

/** The condition that a column `mode` is in the scope. Written out, since the index of test mail is for this very condition. */
export const modeIsIn = (scope: ModeScope, mode = Prisma.sql`mode`): Prisma.Sql =>
  scope === 'all' ? Prisma.sql`true` : Prisma.sql`${mode} = 'test'`;

/** The same as a condition of Prisma. */
export const modeIn = (scope: ModeScope): { readonly mode?: 'test' } => (scope === 'all' ? {} : { mode: 'test' });
