/**
 * A cause as people say it: `unknown_user` becomes `unknown user`, also before the words behind it, as in `unknown_user: 550 5.1.1`.
 * Sentences stay as they are.
 */
export const spoken = (cause: string): string => cause.replace(/^[a-z0-9_]+(?=: |$)/, (word) => word.replaceAll('_', ' '));
