/** The built programs, configured as for an operator with several users. */
import { queueEngines } from '@sendoff/testkit';
import type { ApiAccess } from '../../testing/api-client.ts';
import { callApi } from '../../testing/call-api.ts';
import type { Releases } from '../../testing/releases.ts';
import { startStack } from '../../testing/start-stack.ts';
import type { Program } from '../../testing/start-program.ts';
import type { Target } from '../attack.ts';
import { watchArrivals, type Arrivals } from '../bystander/watch-arrivals.ts';
import { RELAY_OF_MAILBOXES } from './relay-of-mailboxes.ts';

/** The attacked programs. */
export const VICTIMS = ['api', 'worker', 'smtp'] as const;
export type Victim = (typeof VICTIMS)[number];

/** The running programs and the credentials for them. */
export interface HostileStack {
  /** With the operator's key. */
  readonly api: ApiAccess;
  readonly submissionPort: number;
  readonly feedbackPort: number;
  /** `sending_access`, `live`. */
  readonly bystanderKey: string;
  /** Base URLs of the health endpoints. */
  readonly healthUrls: readonly string[];
  readonly arrivals: Arrivals;
  readonly programs: () => Readonly<Record<Victim, Program>>;
  /** Creates the target of an attack, with new keys. */
  readonly newTarget: (attack: string) => Promise<Target>;
  /** Kills the programs and starts them again. */
  readonly restart: () => Promise<void>;
}

/** The local addresses of the bystander and the attacker. */
const ADDRESSES = { bystander: '127.0.0.1', attacker: '127.0.0.66' } as const;

/** Starts everything, with the queue on Redis if it is available. */
export async function startHostileStack(releases: Releases): Promise<HostileStack> {
  const settings = {
    RETURN_PATH_DOMAIN: 'bounces.bystander.example',
    // The slow attachment and webhook servers are on this machine.
    ALLOW_PRIVATE_ADDRESSES: 'true',
    // As in the images.
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
  };
  const stack = await startStack(releases, { ...queueEngines().at(-1), script: RELAY_OF_MAILBOXES, settings });
  const start = async (): Promise<Record<Victim, Program>> => {
    const [api, worker, smtp] = await Promise.all([stack.startApi(), stack.startWorker(), stack.startSmtp()]);
    return { api, worker, smtp };
  };
  let programs = await start();
  const { PORT, WORKER_PORT, SMTP_HEALTH_PORT, SUBMISSION_PORT } = stack.variables;
  const createKey = async (name: string, permission: string, mode = 'live'): Promise<string> => {
    const answer = await callApi(stack.api, { method: 'POST', path: '/api-keys', body: { name, permission, mode } });
    return (answer.body as { token: string }).token;
  };

  return {
    api: stack.api,
    submissionPort: Number(SUBMISSION_PORT),
    feedbackPort: stack.feedbackPort,
    bystanderKey: await createKey('bystander', 'sending_access'),
    healthUrls: [PORT, WORKER_PORT, SMTP_HEALTH_PORT].map((port) => `http://127.0.0.1:${port ?? ''}`),
    arrivals: watchArrivals(stack.relay),
    programs: () => programs,
    newTarget: async (attack) => ({
      apiUrl: stack.api.url,
      submissionPort: Number(SUBMISSION_PORT),
      feedbackPort: stack.feedbackPort,
      keys: {
        test: await createKey(attack, 'sending_access', 'test'),
        sending: await createKey(attack, 'sending_access'),
        full: await createKey(attack, 'full_access'),
      },
      address: ADDRESSES.attacker,
      bystanderAddress: ADDRESSES.bystander,
    }),
    restart: async () => {
      for (const program of Object.values(programs)) program.signal('SIGKILL');
      await Promise.all(Object.values(programs).map(({ ended }) => ended));
      programs = await start();
    },
  };
}
