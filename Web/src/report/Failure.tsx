import { Component, ReactNode } from "react";

/** What is shown instead of a report that cannot be shown. */
export function Failure({ error }: { readonly error: unknown }) {
  const reason = error instanceof Error ? error.message : String(error);
  return (
    <div className="report-failure card" role="alert">
      <h1>This report cannot be shown</h1>
      <p>{reason}</p>
      <p className="soft">
        Was the file cut, or changed on its way? Write it anew with <code>apus analyze CAPTURE --html report.html</code>.
        Browsers older than 2023 cannot read it.
      </p>
    </div>
  );
}

interface BoundaryState {
  readonly error: unknown;
}

/** Shows what went wrong instead of an empty page. */
class Boundary extends Component<{ readonly children: ReactNode }, BoundaryState> {
  override state: BoundaryState = { error: null };

  static getDerivedStateFromError(error: unknown): BoundaryState {
    return { error };
  }

  override render() {
    return this.state.error === null ? this.props.children : <Failure error={this.state.error} />;
  }
}

Failure.Boundary = Boundary;
