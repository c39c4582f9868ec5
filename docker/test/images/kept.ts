/** Prints that a check has passed. */
export function kept(promise: string): void {
  process.stdout.write(`ok: ${promise}\n`);
}
