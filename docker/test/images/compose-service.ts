/** The services of the Compose file, as an engine that knows no Compose can run them. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';

interface Service {
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly read_only?: boolean;
  readonly tmpfs?: readonly string[];
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly deploy?: { readonly resources?: { readonly limits?: { readonly memory?: string } } };
}

/** What Compose would hand to `docker run`. */
export interface ServiceRun {
  readonly options: readonly string[];
  readonly command: readonly string[];
}

const { services } = parse(readFileSync(resolve(import.meta.dirname, '../../compose.yaml'), 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
};

/** The options and the command of a service, with its variables taken from `variables` as Compose takes them from `.env`. */
export function composeService(name: string, variables: Readonly<Record<string, string>>): ServiceRun {
  const service = services[name];
  if (service === undefined) throw new Error(`compose.yaml has no service ${name}`);
  const environment = Object.entries(service.environment ?? {}).flatMap(([key, text]) => [
    '--env',
    `${key}=${fill(text, variables)}`,
  ]);
  const { memory } = service.deploy?.resources?.limits ?? {};
  return {
    options: [
      ...(service.read_only === true ? ['--read-only'] : []),
      ...(service.tmpfs ?? []).flatMap((mount) => ['--tmpfs', mount]),
      ...(service.cap_drop ?? []).flatMap((capability) => ['--cap-drop', capability]),
      ...(service.security_opt ?? []).flatMap((option) => ['--security-opt', option]),
      ...(memory === undefined ? [] : ['--memory', memory]),
      ...environment,
    ],
    command: service.command ?? [],
  };
}

/** The forms of interpolation that the file uses: `${NAME:-default}`, `${NAME-default}` and `${NAME:?complaint}`; a default may hold one more. */
function fill(text: string, variables: Readonly<Record<string, string>>): string {
  // eslint-disable-next-line security/detect-unsafe-regex -- It reads a file of this repository and nothing else.
  const found = /\$\{([A-Z0-9_]+)(:?[-?])((?:[^{}]|\$\{[^{}]*\})*)\}/.exec(text);
  if (found === null) return text;
  const [whole, name = '', kind, rest = ''] = found;
  const value = variables[name] ?? '';
  if (value === '' && kind === ':?') throw new Error(rest);
  const before = text.slice(0, found.index);
  const isSet = kind === '-' ? variables[name] !== undefined : value !== '';
  return before + (isSet ? value : fill(rest, variables)) + fill(text.slice(found.index + whole.length), variables);
}
