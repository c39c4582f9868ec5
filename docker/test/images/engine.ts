/** Runs containers with the commands that docker and podman share. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { healthCheckWords, type ServiceRun } from './compose-service.ts';

/** The result of a command. */
export interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** A running container. */
export interface Container {
  /** Runs the health check once. */
  readonly checkHealth: () => Promise<Ended>;
  /** Resolves when it is healthy; throws an Error with its log after a timeout. */
  readonly becomesHealthy: () => Promise<void>;
  readonly signal: (name: 'TERM' | 'KILL') => Promise<unknown>;
  /** Resolves with the exit code when it has exited. */
  readonly ended: () => Promise<number>;
  readonly log: () => Promise<string>;
  readonly remove: () => Promise<unknown>;
}

const HEALTHY_WITHIN_MS = 90_000;

/** Opens the engine `command`, such as `docker`. */
export function openEngine(command: string) {
  const [program = 'docker', ...prefix] = command.split(' ');
  const call = async (...args: readonly string[]): Promise<Ended> => {
    const child = spawn(program, [...prefix, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
    const [said, complained] = await Promise.all([text(child.stdout), text(child.stderr), once(child, 'close')]);
    // Standard output comes last, since the engine may print messages of its own on standard error.
    return { code: child.exitCode, output: `${complained}${said}`.trim() };
  };
  /** Containers that may exist. */
  const names = new Set<string>();
  /** Pending commands that create a container, which can be removed only afterwards. */
  const creating = new Set<Promise<unknown>>();
  let closed = false;
  const newName = (): string => {
    if (closed) throw new Error('check-images is stopping');
    const name = `sendoff-check-${randomBytes(4).toString('hex')}`;
    names.add(name);
    return name;
  };
  const remove = async (name: string): Promise<Ended> => {
    const removed = await call('rm', '--force', name);
    names.delete(name);
    return removed;
  };
  const inspect = async <Value>(image: string, field: string): Promise<Value> => {
    const { code, output } = await call('image', 'inspect', '--format', `{{json ${field}}}`, image);
    if (code !== 0) throw new Error(output);
    return JSON.parse(output.split('\n').at(-1) ?? '') as Value;
  };

  return {
    inspect,

    /** Whether the image is available, locally or from its registry. */
    has: async (image: string): Promise<boolean> =>
      (await call('image', 'inspect', image)).code === 0 || (await call('pull', '--quiet', image)).code === 0,

    /** Runs a container and waits until it exits. */
    async run(image: string, { options, command: words }: Pick<ServiceRun, 'options' | 'command'>): Promise<Ended> {
      const name = newName();
      const ended = await call('run', '--rm', '--name', name, '--network', 'host', ...options, image, ...words);
      names.delete(name);
      return ended;
    },

    /** Removes all remaining containers and rejects new ones. */
    close: async (): Promise<void> => {
      closed = true;
      await Promise.all(creating);
      for (const name of names) await remove(name);
    },

    /** Starts a container in the background, with the health check of the service or of the image. */
    async start(
      image: string,
      { options, command: words, healthCheck }: Omit<ServiceRun, 'image'>,
      network: 'host' | 'none' = 'host',
    ): Promise<Container> {
      const name = newName();
      const creation = call('run', '--detach', '--name', name, '--network', network, ...options, image, ...words);
      creating.add(creation);
      const started = await creation;
      creating.delete(creation);
      if (started.code !== 0) throw new Error(`${image} does not start: ${started.output}`);
      const check = healthCheck ?? healthCheckWords(await inspect<readonly string[]>(image, '.Config.Healthcheck.Test'));
      const checkHealth = () => call('exec', name, ...check);
      return {
        checkHealth,
        becomesHealthy: async () => {
          const deadline = Date.now() + HEALTHY_WITHIN_MS;
          for (let last = await checkHealth(); last.code !== 0; last = await checkHealth()) {
            if (Date.now() > deadline)
              throw new Error(`${image} is not healthy: ${last.output}\n${(await call('logs', name)).output}`);
            await sleep(500);
          }
        },
        signal: (signal) => call('kill', '--signal', signal, name),
        ended: async () => {
          for (;;) {
            const { output } = await call('inspect', '--format', '{{.State.Running}} {{.State.ExitCode}}', name);
            const [running, code] = (output.split('\n').at(-1) ?? '').split(' ');
            if (running === 'false') return Number(code);
            await sleep(200);
          }
        },
        log: async () => (await call('logs', name)).output,
        remove: () => remove(name),
      };
    },
  };
}

/** The return type of {@link openEngine}. */
export type Engine = ReturnType<typeof openEngine>;
