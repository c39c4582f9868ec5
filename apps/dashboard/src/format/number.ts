/** Number formatting. */

const whole = new Intl.NumberFormat('en');

/** For example `12,345`. */
export const number = (value: number): string => whole.format(value);

/** The API counts unfinished emails up to this number; one more means any larger number. */
export const MAX_COUNTED = 10_000;

/** A count that the API limits to `most`, for example `10,000+`. */
export const cappedCount = (value: number, most = MAX_COUNTED): string => (value > most ? `${number(most)}+` : number(value));

const UNITS = ['bytes', 'KB', 'MB', 'GB'] as const;

/** For example `48 KB`. */
export function fileSize(octets: number): string {
  const step = octets < 1 ? 0 : Math.min(UNITS.length - 1, Math.floor(Math.log10(octets) / 3));
  const value = octets / 1000 ** step;
  return `${value >= 10 || step === 0 ? String(Math.round(value)) : value.toFixed(1)} ${UNITS[step] ?? ''}`;
}
