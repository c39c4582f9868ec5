/** What a key can access: the mail, webhooks and keys of its mode. Every function that reads or changes these takes a scope. */
import { Prisma } from '../generated/client.ts';
import type { Mode } from '../generated/enums.ts';

/** `all`: both modes. `test`: test mode only; everything else appears not to exist. */
export type ModeScope = 'all' | 'test';

/** The scope of a key, or of a session of it. A live key can also access test mail. */
export const scopeOf = ({ mode }: { readonly mode: Mode }): ModeScope => (mode === 'live' ? 'all' : 'test');

/** SQL condition that a column `mode` is in the scope. A literal, to match the condition of the partial index of test mail. */
export const modeIsIn = (scope: ModeScope, mode = Prisma.sql`mode`): Prisma.Sql =>
  scope === 'all' ? Prisma.sql`true` : Prisma.sql`${mode} = 'test'`;

/** The same as a Prisma condition. */
export const modeIn = (scope: ModeScope): { readonly mode?: 'test' } => (scope === 'all' ? {} : { mode: 'test' });
