/** `docker/run-jobs.sh`: runs the commands of CI jobs, each job in a fresh clone. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readJob, type Job } from './read-job.ts';
import { runCommand } from './run-command.ts';

const { values, positionals: jobs } = parseArgs({
  allowPositionals: true,
  options: {
    except: { type: 'string', multiple: true, default: [] },
    // Used by the tests of this program.
    repository: { type: 'string', default: resolve(import.meta.dirname, '../../..') },
  },
});
const say = (line: string): boolean => process.stdout.write(`${line}\n`);

const read = jobs.map((name) => ({ name, job: readJob(git('show', 'HEAD:.github/workflows/ci.yml'), name) }));
const unknown = values.except.filter((step) => !read.some(({ job }) => job.steps.some(({ name }) => name === step)));
if (unknown.length > 0) throw new Error(`Unknown step: ${unknown.join(', ')}.`);
for (const { name, job } of read) {
  if (!(await runJob(name, job))) process.exit(1);
}

async function runJob(name: string, job: Job): Promise<boolean> {
  const directory = mkdtempSync(join(tmpdir(), `sendoff-job-${name}-`));
  try {
    git('clone', '--quiet', ...(job.history ? [] : ['--depth', '1']), `file://${values.repository}`, directory);
    say(`== Job ${name}, in a fresh clone of ${git('rev-parse', '--short', 'HEAD')}`);
    if (job.services.length > 0) say(`-- Required services: ${job.services.join(', ')}`);
    const { summary, failed } = await runSteps(job, directory);
    say(`== Job ${name} ${failed === undefined ? 'passed' : `FAILED at: ${failed}`}\n${summary.join('\n')}\n`);
    return failed === undefined;
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

/** Runs the steps up to the first that fails, and returns a result line for each. */
async function runSteps(job: Job, directory: string): Promise<{ readonly summary: string[]; readonly failed?: string }> {
  const summary: string[] = [];
  for (const step of job.steps) {
    if ('uses' in step || values.except.includes(step.name)) {
      summary.push(`   ${'uses' in step ? 'skipped action' : 'skipped'}: ${step.name}`);
      continue;
    }
    say(`-- ${step.name}\n${step.run.trim().replaceAll(/^/gm, '$ ')}`);
    const begun = performance.now();
    const environment = { ...process.env, ...job.environment, ...servicesHere(job), ...step.environment };
    const code = await runCommand(step.run, { directory, environment });
    const seconds = Math.round((performance.now() - begun) / 1000);
    const result = code === 0 ? 'passed' : `${step.mayFail ? 'failed (allowed)' : 'FAILED'} (${String(code ?? 'by a signal')})`;
    summary.push(`   ${result} in ${String(seconds)} s: ${step.name}`);
    if (code !== 0 && !step.mayFail) return { summary, failed: step.name };
  }
  return { summary };
}

/** The `_URL` variables of the job that are set in this environment. */
function servicesHere({ environment }: Job): NodeJS.ProcessEnv {
  const names = Object.keys(environment).filter((name) => name.endsWith('_URL') && process.env[name] !== undefined);
  return Object.fromEntries(names.map((name) => [name, process.env[name]]));
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: values.repository, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
}
