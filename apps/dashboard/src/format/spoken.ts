/**
 * A machine-readable reason as words: `unknown_user` becomes `unknown user`, also before a detail as in `unknown_user: 550 5.1.1`.
 * Sentences are returned unchanged.
 */
export const spoken = (cause: string): string => cause.replace(/^[a-z0-9_]+(?=: |$)/, (word) => word.replaceAll('_', ' '));
