import { EmptyState } from "../components/EmptyState/EmptyState";
import type { Dataset } from "../data/Dataset";

/** Why a table of an application is empty, and what to do about it. */
export function NotRead({ data, protocol }: { readonly data: Dataset; readonly protocol: string }) {
  return data.document.applications ? (
    <EmptyState title={`No ${protocol} in this capture`}>
      It was looked for in every flow. Traffic on the same port may be encrypted, or its beginning not captured.
    </EmptyState>
  ) : (
    <EmptyState title="Applications were not read">
      Run <code>apus analyze CAPTURE --protocols all --html report.html</code> to have DNS, HTTP and TLS here.
    </EmptyState>
  );
}
