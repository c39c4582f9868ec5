/**
 * A time as resources show it, such as `2023-04-03 22:13:42.674000+00`: always in UTC and always with
 * six decimals, so that texts sort by time and every client's parser meets one form.
 */
export function wireTime(time: Date): string {
  return `${time.toISOString().replace('T', ' ').slice(0, -1)}000+00`;
}
