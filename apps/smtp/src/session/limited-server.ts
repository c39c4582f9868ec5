import { SMTPServer, type SMTPServerSession } from 'smtp-server';
import type { ConnectArguments, LimitedConnection } from './limited-connection.ts';

/** smtp-server with connections of type `LimitedConnection`. */
export abstract class LimitedServer<Connection extends LimitedConnection> extends SMTPServer {
  readonly #connections = new WeakMap<SMTPServerSession, Connection>();

  /** Creates a connection without starting it. */
  protected abstract open(...accepted: ConnectArguments): Connection;

  /** The connection of a session, if it still exists. */
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

  /** Resets the limits of a session after an accepted message. */
  noteTaken(session: SMTPServerSession): void {
    this.connectionOf(session)?.noteTaken();
  }

  /** Closes the connection of a session after the replies already sent. */
  hangUp(session: SMTPServerSession): void {
    this.connectionOf(session)?.close();
  }
}
