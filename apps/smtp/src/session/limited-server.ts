import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { ConnectArguments, LimitedConnection } from './limited-connection.ts';

/** smtp-server, with connections that may not go on for ever. */
export abstract class LimitedServer<Connection extends LimitedConnection> extends SMTPServer {
  readonly #connections = new WeakMap<SMTPServerSession, Connection>();

  /** Makes a connection that is not begun yet. */
  protected abstract open(...accepted: ConnectArguments): Connection;

  /** The connection of a session, while somebody has either. */
  protected connectionOf(session: SMTPServerSession): Connection | undefined {
    return this.#connections.get(session);
  }

  override connect(...accepted: ConnectArguments): void {
    const connection = this.open(...accepted);
    this.#connections.set(connection.session, connection);
    this.connections.add(connection);
    connection.on('error', (error: Error) => this._onError(error));
    connection.init();
  }

  /** A message of this session was taken: what it may do without one is counted anew. */
  noteTaken(session: SMTPServerSession): void {
    this.connectionOf(session)?.noteTaken();
  }

  /** Ends the connection of a session, behind what was sent on it. */
  hangUp(session: SMTPServerSession): void {
    this.connectionOf(session)?.close();
  }
}
