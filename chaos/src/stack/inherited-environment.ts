/** Environment variables by name. */
export type Variables = Readonly<Record<string, string>>;

/** What every program needs from the system; nothing of this shell's own configuration reaches them. */
const PASSED_ON = ['PATH', 'HOME', 'USER', 'LANG', 'TMPDIR'];

/** The variables that the programs under proof get besides their own. */
export function inheritedEnvironment(): Variables {
  return Object.fromEntries(
    PASSED_ON.flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
