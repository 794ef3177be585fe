import { Component, type ReactNode } from "react";
import { EmptyState } from "../components/EmptyState/EmptyState";

interface ViewBoundaryProps {
  /** What is shown, as navigation calls it. */
  readonly title: string;
  /** The address: another may be shown where this one cannot. */
  readonly address: string;
  readonly children: ReactNode;
}

interface ViewBoundaryState {
  readonly error: unknown;
  readonly address: string;
}

/** Keeps a view that fails from taking the page with it, and says what can be done. */
export class ViewBoundary extends Component<ViewBoundaryProps, ViewBoundaryState> {
  override state: ViewBoundaryState = { error: null, address: this.props.address };

  static getDerivedStateFromError(error: unknown): Partial<ViewBoundaryState> {
    return { error };
  }

  static getDerivedStateFromProps(
    { address }: ViewBoundaryProps,
    state: ViewBoundaryState,
  ): ViewBoundaryState | null {
    return state.address === address ? null : { error: null, address };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (error === null) return this.props.children;
    return (
      <div role="alert">
        <EmptyState title={`${this.props.title} cannot be shown`}>
          <p>{error instanceof Error ? error.message : String(error)}</p>
          <p>
            This is a defect of Apus, not of the capture. All other views still work; this one may with another filter
            or window of time. <code>apus analyze CAPTURE --json</code> writes the same analysis as numbers.
          </p>
        </EmptyState>
      </div>
    );
  }
}
