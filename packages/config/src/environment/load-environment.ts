/** Parses environment variables and reports all problems at once. */
import { InvalidValue } from './parsers.ts';
import { VARIABLES, type Variable, type VariableName, type VariableValue } from './variables.ts';

/** Raw environment variables, as in `process.env`. */
export type RawEnvironment = Readonly<Record<string, string | undefined>>;

type Defaulted = {
  [Name in VariableName]: (typeof VARIABLES)[Name] extends { readonly default: string } ? Name : never;
}[VariableName];

/** The parsed values: defined if required or with a default, otherwise possibly undefined. */
export type Environment<Required extends VariableName, Optional extends VariableName> = {
  readonly [Name in Required | (Optional & Defaulted)]: VariableValue<Name>;
} & {
  readonly [Name in Exclude<Optional, Required | Defaulted>]: VariableValue<Name> | undefined;
};

/**
 * Additional checks that other packages provide. Each returns what is wrong, as the end of a sentence that begins with the name
 * of the variable, or null. The second argument contains all values that could be parsed.
 */
export type Checks<Names extends VariableName> = {
  readonly [Name in Names]?: (
    value: VariableValue<Name>,
    values: { readonly [Other in Names]?: VariableValue<Other> },
  ) => string | null;
};

/** All problems of the configuration, one line per variable. */
export class InvalidEnvironment extends Error {
  readonly problems: readonly string[];

  constructor(problems: readonly string[]) {
    super(['Invalid configuration:', ...problems.map((problem) => `  - ${problem}`)].join('\n'));
    this.problems = problems;
  }
}

/** The variables of a program. */
export interface VariableNames<Required extends VariableName, Optional extends VariableName> {
  readonly required: readonly Required[];
  readonly optional: readonly Optional[];
  /** Maps a variable to those of which it requires one; the first is recommended. */
  readonly needs?: Readonly<Partial<Record<VariableName, readonly [VariableName, ...VariableName[]]>>>;
}

/**
 * Parses the named variables. An empty value counts as not set.
 *
 * @throws {InvalidEnvironment} with every missing or invalid variable.
 */
export function loadEnvironment<const Required extends VariableName, const Optional extends VariableName>(
  raw: RawEnvironment,
  names: VariableNames<Required, Optional>,
  checks: Checks<Required | Optional> = {},
): Environment<Required, Optional> {
  const problems: string[] = [];
  const values: Partial<Record<VariableName, unknown>> = {};

  for (const name of new Set<Required | Optional>([...names.required, ...names.optional])) {
    const variable: Variable<unknown> = VARIABLES[name];
    const text = raw[name] === '' ? variable.default : (raw[name] ?? variable.default);
    if (text === undefined) {
      if ((names.required as readonly VariableName[]).includes(name))
        problems.push(`${name} is not set. ${variable.description}`);
      continue;
    }
    try {
      values[name] = variable.parse(text);
    } catch (error) {
      if (!(error instanceof InvalidValue)) throw error;
      problems.push(`${name} ${error.message}.`);
    }
  }

  for (const [name, check] of Object.entries(checks) as [VariableName, (value: unknown, values: object) => string | null][]) {
    const problem = name in values ? check(values[name], values) : null;
    if (problem !== null) problems.push(`${name} ${problem}.`);
  }

  for (const [name, needed] of Object.entries(names.needs ?? {})) {
    const isSet = (one: string): boolean => raw[one] !== undefined && raw[one] !== '';
    if (isSet(name) && !needed.some(isSet)) {
      const [first, ...others] = needed;
      const instead = others.length === 0 ? '' : `, or ${others.join(' or ')} instead`;
      problems.push(`${first} is not set, and ${name} needs it${instead}. ${VARIABLES[first].description}`);
    }
  }

  if (problems.length > 0) throw new InvalidEnvironment(problems);
  return Object.freeze(values) as Environment<Required, Optional>;
}
