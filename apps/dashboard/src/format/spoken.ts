/** A word for a cause as people say it: `unknown_user` becomes `unknown user`. Whole sentences stay as they are. */
export const spoken = (cause: string): string => (/^[a-z0-9_]+$/.test(cause) ? cause.replaceAll('_', ' ') : cause);
