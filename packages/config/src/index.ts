export {
  loadAdminEnvironment,
  loadApiEnvironment,
  loadLocalEnvironment,
  loadOrExit,
  loadSecretKey,
  loadSmtpEnvironment,
  loadWorkerEnvironment,
  PROGRAMS,
  type AdminEnvironment,
  type ApiEnvironment,
  type LocalEnvironment,
  type SmtpEnvironment,
  type WorkerEnvironment,
} from './environment/app-environments.ts';
export { commandLine, type CommandName } from './command-line.ts';
export { COMPOSE_VARIABLES } from './environment/compose-variables.ts';
export { InvalidEnvironment, loadEnvironment, type RawEnvironment } from './environment/load-environment.ts';
export { InvalidValue, rate, type Rate } from './environment/parsers.ts';
export { hasUnencodedCredentials, UNENCODED_CREDENTIALS } from './environment/url-credentials.ts';
