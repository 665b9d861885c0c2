import { Component, type ReactNode } from 'react';
import { ErrorMessage } from '@/components/message';

/** A page that breaks leaves the frame standing, and can be tried again. */
export class PageBoundary extends Component<{ children: ReactNode }, { error: unknown }> {
  override state = { error: null as unknown };

  static getDerivedStateFromError(error: unknown) {
    return { error };
  }

  override render() {
    if (this.state.error === null) return this.props.children;
    return <ErrorMessage error={this.state.error} onRetry={() => this.setState({ error: null })} title="This page stopped" />;
  }
}
