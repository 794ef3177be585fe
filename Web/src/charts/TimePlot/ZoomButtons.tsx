import { useSyncExternalStore } from "react";
import type { TimeLink } from "./TimeLink";

/** Zoom and pan without a wheel or a drag. */
export function ZoomButtons({ link }: { readonly link: TimeLink }): JSX.Element {
  useSyncExternalStore(link.subscribe, () => link.domain);
  const step = (link.domain[1] - link.domain[0]) * 0.25;
  const buttons = [
    { sign: "←", name: "Earlier", act: () => link.pan(-step), can: link.domain[0] > link.extent[0] },
    { sign: "→", name: "Later", act: () => link.pan(step), can: link.domain[1] < link.extent[1] },
    { sign: "+", name: "Zoom in", act: () => link.zoom(0.5), can: true },
    { sign: "−", name: "Zoom out", act: () => link.zoom(2), can: link.isZoomed },
    { sign: "All", name: "Show all", act: () => link.showAll(), can: link.isZoomed },
  ];
  return (
    <span className="segmented" role="group" aria-label="Zoom">
      {buttons.map(({ sign, name, act, can }) => (
        <button
          key={name}
          type="button"
          className="chart-button"
          aria-label={name}
          title={name}
          disabled={!can}
          onClick={act}
        >
          {sign}
        </button>
      ))}
    </span>
  );
}
