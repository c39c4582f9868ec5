/** Creates small emails, each with its own recipients, so that every one can be identified at the sink. */

/** The recipients of email number `index`: every tenth email has two. */
export function recipientsOf(index: number): readonly string[] {
  const to = `r${String(index)}@example.com`;
  return index % 10 === 9 ? [to, `second.r${String(index)}@example.com`] : [to];
}

/** The request body. */
export const makeEmail = (index: number): object => ({
  from: 'Chaos <chaos@sender.example>',
  to: recipientsOf(index),
  subject: `Number ${String(index)}`,
  text: `This is number ${String(index)}.\n\nIt must arrive.\n`,
});
