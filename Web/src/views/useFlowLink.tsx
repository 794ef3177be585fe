import { useCallback, useRef } from "react";
import { FlowLink } from "../components/FlowLink/FlowLink";
import type { ViewState } from "../state/ViewState";
import type { FlowLinkOf } from "./FlowLinkOf";

/** Links to flows that keep filter and window; the function stays the same, so that columns do. */
export function useFlowLink(state: ViewState): FlowLinkOf {
  const latest = useRef(state);
  latest.current = state;
  return useCallback(
    (flow, children) => (
      <FlowLink state={latest.current} flow={flow}>
        {children}
      </FlowLink>
    ),
    [],
  );
}
