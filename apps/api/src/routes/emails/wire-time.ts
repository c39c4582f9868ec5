/**
 * A time in the format of resources, such as `2023-04-03 22:13:42.674000+00`: always in UTC with six decimals, so that strings
 * sort by time and clients parse a single format.
 */
export function wireTime(time: Date): string {
  return `${time.toISOString().replace('T', ' ').slice(0, -1)}000+00`;
}
