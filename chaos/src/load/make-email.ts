/** The emails of the load. Small, and each with recipients of its own, so that each can be followed. */

/** The recipients of the email of this number: every tenth has two. */
export function recipientsOf(index: number): readonly string[] {
  const to = `r${String(index)}@example.com`;
  return index % 10 === 9 ? [to, `second.r${String(index)}@example.com`] : [to];
}

/** The body of the request. */
export const makeEmail = (index: number): object => ({
  from: 'Chaos <chaos@sender.example>',
  to: recipientsOf(index),
  subject: `Number ${String(index)}`,
  text: `This is number ${String(index)}.\n\nIt is to arrive whatever happens on the way.\n`,
});
