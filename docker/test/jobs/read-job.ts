/** Reads the parts of a workflow job that can run without GitHub. */
import { parse } from 'yaml';

type Environment = Readonly<Record<string, string>>;

/** A step that runs a command. */
export interface CommandStep {
  readonly name: string;
  readonly run: string;
  readonly environment: Environment;
  /** Whether the job continues when the step fails. */
  readonly mayFail: boolean;
}

/** A step that uses an action. */
export interface ActionStep {
  readonly name: string;
  readonly uses: string;
}

export interface Job {
  readonly services: readonly string[];
  /** The variables of the workflow and of the job. */
  readonly environment: Environment;
  readonly steps: readonly (CommandStep | ActionStep)[];
  /** Whether the checkout has the full history or only the latest commit. */
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

/** The supported keys of a step; any other, such as `if`, must not be ignored silently. */
const KNOWN = ['name', 'run', 'env', 'continue-on-error'];

/** Reads a job of the workflow `text`. Throws an Error if the job does not exist or uses anything unsupported. */
export function readJob(text: string, job: string): Job {
  const workflow = parse(text) as WrittenWorkflow;
  const written = workflow.jobs[job];
  if (written?.steps === undefined) throw new Error(`The workflow has no job "${job}" with steps.`);
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
  if (run === undefined || unknown.length > 0) throw new Error(`${name}: unsupported keys: ${unknown.join(', ')}`);
  return { name, run: withoutExpressions(run), environment: readEnvironment(step), mayFail: step['continue-on-error'] === true };
}

function readEnvironment({ env = {} }: Written): Environment {
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, withoutExpressions(String(value))]));
}

function withoutExpressions(text: string): string {
  if (text.includes('${{')) throw new Error(`GitHub expressions are not supported: ${text}`);
  return text;
}
