/** Types of the suppression list. */
import type { SuppressionOrigin } from '../generated/enums.ts';

/** An address to which no live email is sent. */
export interface Suppression {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly origin: SuppressionOrigin;
  /** The email that bounced or caused a complaint, if any. */
  readonly sourceEmailId: string | null;
  readonly createdAt: Date;
}

/** Identifies a suppression by its id or its address. */
export type SuppressionKey =
  | { readonly kind: 'id'; readonly id: string }
  /** In lower case. */
  | { readonly kind: 'email'; readonly email: string };
