/** Keeps what went wrong in one part of the page from taking the rest with it. */
import { Component, type ReactNode } from 'react';
import { LoadFailure } from './loading.tsx';

/** What is kept apart; with another `resetKey`, it is tried again. */
interface ErrorBoundaryProps {
  readonly resetKey: string;
  readonly children: ReactNode;
}

interface Failure {
  readonly error: Error | null;
}

/** Says what went wrong. A file of a release that is no longer there comes with a new page, so that is what it offers. */
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
