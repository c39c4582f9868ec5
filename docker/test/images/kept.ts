/** Says that a promise is kept. */
export function kept(promise: string): void {
  process.stdout.write(`ok: ${promise}\n`);
}
