/** What the verbs on the suppression list give and take. */
import type { SuppressionOrigin } from '../generated/enums.ts';

/** An address that no live email is sent to. */
export interface Suppression {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly origin: SuppressionOrigin;
  /** The email that bounced or was complained about, where there is one. */
  readonly sourceEmailId: string | null;
  readonly createdAt: Date;
}

/** How a suppression is named: by what it was answered when it was made, or by what it suppresses. */
export type SuppressionKey =
  | { readonly kind: 'id'; readonly id: string }
  /** In lower case. */
  | { readonly kind: 'email'; readonly email: string };
