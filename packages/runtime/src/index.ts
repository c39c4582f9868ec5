export { createLogger, type Logger } from './logger.ts';
export { createReleasers, exitOnSignal, exitWith, listenProblem, type Releasers } from './lifecycle.ts';
export {
  milestones,
  type Milestone,
  type MilestoneChannel,
  type RecordedMilestone,
  type RecordedWebhookMilestone,
  type RefusalMilestone,
  type WebhookMilestone,
} from './milestones.ts';
export { groupCommit, openTurns } from './group-commit.ts';
