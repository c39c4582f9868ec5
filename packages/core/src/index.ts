export { ERRORS, SendoffError, type ErrorCode, type ErrorDefinition, type ErrorName, type SmtpReply } from './error-table.ts';
export { isTestAddress, sandboxRole, TEST_ADDRESSES, type SandboxRole } from './test-address.ts';
