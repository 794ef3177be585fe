import type { ReactNode } from "react";

/** Makes a link to the page of a flow around what is shown. */
export type FlowLinkOf = (flow: number, children: JSX.Element) => JSX.Element & ReactNode;
