/** Placeholders for values that depend on the run. */

/** Values by placeholder name. */
export type Values = Map<string, string>;

const PLACEHOLDER = /\{\{(\w+)\}\}/g;
const DAY_MS = 86_400_000;

/** The initial placeholders: the key, and times in the future. */
export function createValues(key: string): Values {
  const iso = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString();
  return new Map([
    ['key', key],
    ['later', iso(5)],
    ['laterWithOffset', iso(5).replace('Z', '+00:00')],
    ['laterInSeconds', iso(5).replace(/\.\d{3}/, '')],
    ['evenLater', iso(6)],
  ]);
}

/** @throws {Error} for a placeholder without a value, because no earlier step has remembered it */
export const fillIn = (text: string, values: Values): string =>
  text.replaceAll(PLACEHOLDER, (_placeholder, name: string) => {
    const value = values.get(name);
    if (value === undefined) throw new Error(`The placeholder {{${name}}} has no value: no earlier step has remembered it`);
    return value;
  });

/** Remembers values of the response by their paths. @throws {Error} if a value is not a string */
export function remember(places: Readonly<Record<string, string>>, answer: unknown, values: Values): void {
  for (const [name, place] of Object.entries(places)) {
    const found = place.split('.').reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], answer);
    if (typeof found !== 'string') throw new Error(`The response has no string at ${place}: ${JSON.stringify(answer)}`);
    values.set(name, found);
  }
}
