import type { Deployment, RunningApi } from '../deployment/deployment.ts';

/** A table with this many emails. */
export interface Table {
  readonly emails: number;
  readonly deployment: Deployment;
  readonly api: RunningApi;
}
