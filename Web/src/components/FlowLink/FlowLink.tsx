import type { ReactNode } from "react";
import { hashOf } from "../../state/hash";
import { changed } from "../../state/useViewState";
import type { ViewState } from "../../state/ViewState";

interface FlowLinkProps {
  readonly state: ViewState;
  readonly flow: number;
  readonly children: ReactNode;
}

/** The way to the page of a flow, keeping filter and time window. */
export function FlowLink({ state, flow, children }: FlowLinkProps) {
  return <a href={`#${hashOf(changed(state, { view: "flows", flow }))}`}>{children}</a>;
}
