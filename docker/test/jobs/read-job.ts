/** A job of a workflow, as far as it can be run without GitHub. */
import { parse } from 'yaml';

type Environment = Readonly<Record<string, string>>;

/** A command of a job. */
export interface CommandStep {
  readonly name: string;
  readonly run: string;
  readonly environment: Environment;
  /** Its failure does not fail the job. */
  readonly mayFail: boolean;
}

/** An action that a job uses. */
export interface ActionStep {
  readonly name: string;
  readonly uses: string;
}

/** What {@link readJob} reads. */
export interface Job {
  readonly services: readonly string[];
  /** Of the workflow and of the job. */
  readonly environment: Environment;
  readonly steps: readonly (CommandStep | ActionStep)[];
  /** Whether it is given the whole history, or the newest commit only. */
  readonly history: boolean;
}

interface Written {
  readonly env?: Readonly<Record<string, string | number | boolean>>;
}
interface WrittenStep extends Written {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly run?: string;
  readonly 'continue-on-error'?: boolean;
}
interface WrittenJob extends Written {
  readonly services?: Readonly<Record<string, unknown>>;
  readonly steps?: readonly WrittenStep[];
}
interface WrittenWorkflow extends Written {
  readonly jobs: Readonly<Record<string, WrittenJob>>;
}

/** What of a command is understood here; another key, such as `if`, would be passed over unseen. */
const KNOWN = ['name', 'run', 'env', 'continue-on-error'];

/** Reads a job of the workflow `text`. Throws an Error when there is none, or when it asks for more than is understood here. */
export function readJob(text: string, job: string): Job {
  const workflow = parse(text) as WrittenWorkflow;
  const written = workflow.jobs[job];
  if (written?.steps === undefined) throw new Error(`There is no job ${job} with steps in the workflow.`);
  const checkout = written.steps.find(({ uses }) => uses?.startsWith('actions/checkout@'));
  return {
    services: Object.keys(written.services ?? {}),
    environment: { ...readEnvironment(workflow), ...readEnvironment(written) },
    steps: written.steps.map(readStep),
    history: checkout?.with?.['fetch-depth'] === 0,
  };
}

function readStep(step: WrittenStep): CommandStep | ActionStep {
  const { name = step.run ?? step.uses ?? '', uses, run } = step;
  if (uses !== undefined) return { name, uses };
  const unknown = Object.keys(step).filter((key) => !KNOWN.includes(key));
  if (run === undefined || unknown.length > 0) throw new Error(`${name}: it is not known here what ${unknown.join(', ')} means.`);
  return { name, run: withoutExpressions(run), environment: readEnvironment(step), mayFail: step['continue-on-error'] === true };
}

function readEnvironment({ env = {} }: Written): Environment {
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, withoutExpressions(String(value))]));
}

function withoutExpressions(text: string): string {
  if (text.includes('${{')) throw new Error(`Only GitHub knows what this is: ${text}`);
  return text;
}
