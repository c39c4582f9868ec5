/** Reads services of the Compose file for engines without Compose. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

/** A bind mount; a string is a named volume instead. */
interface Bind {
  readonly type: 'bind';
  readonly source: string;
  readonly target: string;
  readonly read_only: boolean;
}

interface Service {
  readonly image: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly volumes?: readonly (string | Bind)[];
  readonly cap_drop?: readonly string[];
  readonly cap_add?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string } } };
}

/** The arguments that Compose would pass to `docker run`. */
export interface ServiceRun {
  /** The image of the file, without any variable set. */
  readonly image: string;
  readonly options: readonly string[];
  readonly command: readonly string[];
  /** The command of the health check, if the file has one. */
  readonly healthCheck: readonly string[] | undefined;
}

const { services } = parse(readFileSync(resolve(import.meta.dirname, '../../compose.yaml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};

/** The names of the apps with images, in the order in which `deploy.sh` replaces them. */
export const APPS: readonly string[] = Object.entries(services).flatMap(([name, { image }]) =>
  image === `\${${name.toUpperCase()}_IMAGE:-sendoff-${name}}` ? [name] : [],
);

/** The options and command of a service, with `variables` in place of those in `.env`. */
export function composeService(name: string, variables: Readonly<Record<string, string>>): ServiceRun {
  const service = services[name];
  if (service === undefined) throw new Error(`compose.yaml has no service ${name}`);
  const environment = Object.entries(service.environment ?? {}).flatMap(([key, text]) => [
    '--env',
    `${key}=${fill(text, variables)}`,
  ]);
  const { memory } = service.deploy?.resources?.limits ?? {};
  return {
    image: fill(service.image, {}),
    options: [
      ...(service.read_only === true ? ['--read-only'] : []),
      ...(service.tmpfs ?? []).flatMap((mount) => ['--tmpfs', mount]),
      ...(service.volumes ?? []).flatMap((volume) => (typeof volume === 'string' ? [] : bindOptions(volume, variables))),
      ...(service.cap_drop ?? []).flatMap((capability) => ['--cap-drop', capability]),
      ...(service.cap_add ?? []).flatMap((capability) => ['--cap-add', capability]),
      ...(service.security_opt ?? []).flatMap((option) => ['--security-opt', option]),
      ...(memory === undefined ? [] : ['--memory', memory]),
      ...environment,
    ],
    command: (service.command ?? []).map((word) => fill(word, variables)),
    healthCheck: service.healthcheck === undefined ? undefined : healthCheckWords(service.healthcheck.test),
  };
}

const bindOptions = ({ source, target, read_only: readOnly }: Bind, variables: Readonly<Record<string, string>>): string[] => [
  '--volume',
  `${fill(source, variables)}:${target}${readOnly ? ':ro' : ''}`,
];

/** The command of a health check; its first word says whether it needs a shell. */
export const healthCheckWords = ([form, ...words]: readonly string[]): readonly string[] =>
  form === 'CMD-SHELL' ? ['sh', '-c', ...words] : words;

/** The names of the variables passed to a service. */
export const variablesOf = (name: string): readonly string[] => Object.keys(services[name]?.environment ?? {});

/**
 * The forms of interpolation used in the file: `${NAME:-default}`, `${NAME-default}` and `${NAME:?message}`; a default may contain
 * two more levels.
 */
function fill(text: string, variables: Readonly<Record<string, string>>): string {
  // eslint-disable-next-line security/detect-unsafe-regex -- It only reads a file of this repository.
  const found = /\$\{([A-Z0-9_]+)(:?[-?])((?:[^{}]|\$\{(?:[^{}]|\$\{[^{}]*\})*\})*)\}/.exec(text);
  if (found === null) return text;
  const [whole, name = '', kind, rest = ''] = found;
  const value = variables[name] ?? '';
  if (value === '' && kind === ':?') throw new Error(rest);
  const before = text.slice(0, found.index);
  const isSet = kind === '-' ? variables[name] !== undefined : value !== '';
  return before + (isSet ? value : fill(rest, variables)) + fill(text.slice(found.index + whole.length), variables);
}
