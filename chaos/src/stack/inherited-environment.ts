/** Environment variables by name. */
export type Variables = Readonly<Record<string, string>>;

/** Passed on from the current environment; everything else could change the configuration of the programs. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR'];

/** The inherited environment of the programs under test. */
export function inheritedEnvironment(): Variables {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
