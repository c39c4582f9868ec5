export { createLogger, type Logger } from './logger.ts';
export { createReleasers, exitWith, type Releasers } from './lifecycle.ts';
export { runProgram, type Program } from './run-program.ts';
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
export { openFairBudget, type FairBudget, type FairBudgetOptions } from './fairness/fair-budget.ts';
export { openFairLimiter, type FairLimiter, type FairLimiterOptions, type Share } from './fairness/fair-limiter.ts';
export { setKeyWeights, weightOf } from './fairness/key-weights.ts';
export { OPERATOR, sharedResources, shareKeyOf, watchShares, type KeyShare } from './fairness/shared-resources.ts';
export { deriveKey, returnPathKey, type KeyPurpose, type ReturnPathSecrets } from './derive-key.ts';
export { makeSignInToken, readSignInToken, type SignInToken } from './sign-in-token.ts';
export { openNetworkList, type NetworkList } from './network-list.ts';
export { networkOf } from './network-of.ts';
