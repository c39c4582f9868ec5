/** Limits a rendering error to one part of the page. */
import { Component, type ReactNode } from 'react';
import { LoadFailure } from './loading.tsx';

/** Its children; a new `resetKey` renders them again. */
interface ErrorBoundaryProps {
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: Error | null;
}

/** Shows the error. A chunk of an older release can no longer be loaded after an update, so it offers to reload the page. */
export class ErrorBoundary extends Component<ErrorBoundaryProps, Failure> {
  override state: Failure = { error: null };

  static getDerivedStateFromError(error: Error) {
    return { error };
  }

  override componentDidUpdate({ resetKey }: ErrorBoundaryProps): void {
    if (resetKey !== this.props.resetKey && this.state.error !== null) this.setState({ error: null });
  }

  override render() {
    const { error } = this.state;
    return error === null ? this.props.children : <LoadFailure error={error} onRetry={() => window.location.reload()} />;
  }
}
