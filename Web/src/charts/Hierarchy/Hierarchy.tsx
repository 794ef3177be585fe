import { useMemo, useState } from "react";
import { ChartFrame } from "../ChartFrame/ChartFrame";
import { protocolTree } from "./tree";
import "./Hierarchy.css";

/** Protocols below protocols, with what each carried and its share. */
export function Hierarchy({ title, rows, format, exact, onChoose }: {
  readonly title: string;
  readonly rows: readonly { readonly path: string; readonly frames: number; readonly bytes: number }[];
  readonly format: (bytes: number) => string;
  readonly exact: (bytes: number) => string;
  readonly onChoose?: (path: string) => void;
}): JSX.Element {
  const nodes = useMemo(() => protocolTree(rows), [rows]);
  const [closed, setClosed] = useState<ReadonlySet<string>>(new Set());
  const shown = nodes.filter((node) => ![...closed].some((path) => node.path.startsWith(`${path}:`)));
  const toggle = (path: string): void => {
    const next = new Set(closed);
    if (!next.delete(path)) next.add(path);
    setClosed(next);
  };
  return (
    <ChartFrame
      title={title}
      note="Bytes of whole frames that carry each protocol"
      table={() => ({
        columns: ["Path", "Frames", "Bytes", "Share"],
        rows: nodes.map((node) => [
          node.path,
          node.frames.toLocaleString("en"),
          exact(node.bytes),
          percent(node.share),
        ]),
      })}
    >
      <div className="hierarchy-scroll">
        <table className="hierarchy">
          <thead>
            <tr><th scope="col">Protocol</th><th scope="col">Share</th><th scope="col">Frames</th><th scope="col">Bytes</th></tr>
          </thead>
          <tbody>
            {shown.map((node) => (
              <tr key={node.path}>
                <th scope="row">
                  <span className="hierarchy-name" style={{ paddingLeft: `${node.depth * 14}px` }}>
                    {node.hasChildren ? (
                      <button
                        type="button"
                        className="hierarchy-toggle"
                        aria-expanded={!closed.has(node.path)}
                        aria-label={`What ${node.path} carries`}
                        onClick={() => toggle(node.path)}
                      >
                        {closed.has(node.path) ? "▸" : "▾"}
                      </button>
                    ) : <span className="hierarchy-leaf" />}
                    {onChoose === undefined ? node.name : (
                      <button
                        type="button"
                        className="hierarchy-choose"
                        title={`Show flows with ${node.name}`}
                        onClick={() => onChoose(node.path)}
                      >
                        {node.name}
                      </button>
                    )}
                  </span>
                </th>
                <td className="hierarchy-share">
                  <span
                    className="hierarchy-bar"
                    aria-hidden="true"
                  >
                    <span style={{ width: `${node.share * 100}%` }} />
                  </span>
                  <span>{percent(node.share)}</span>
                </td>
                <td>{node.frames.toLocaleString("en")}</td>
                <td title={exact(node.bytes)}>{format(node.bytes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </ChartFrame>
  );
}

function percent(share: number): string {
  const value = share * 100;
  return `${value >= 10 || value === 0 ? value.toFixed(1) : value >= 0.1 ? value.toFixed(2) : "< 0.1"} %`;
}
