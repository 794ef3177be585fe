/** Something that happened at a time, to be marked. */
export interface TimelineMarker {
  readonly key: string;
  readonly from: number;
  readonly to: number;
  readonly severity: "notice" | "warning" | "critical";
  readonly title: string;
}

export interface MarkerCluster {
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly severity: TimelineMarker["severity"];
  readonly titles: readonly string[];
}

const rank = { notice: 0, warning: 1, critical: 2 } as const;

/** Markers that would cover each other become one, with the worst severity among them. */
export function clusterMarkers(
  markers: readonly TimelineMarker[],
  x: (time: number) => number,
  apart: number,
): MarkerCluster[] {
  const sorted = [...markers].sort((a, b) => a.from - b.from);
  const clusters: MarkerCluster[] = [];
  for (const marker of sorted) {
    const last = clusters[clusters.length - 1];
    const at = x(marker.from);
    if (last === undefined || at - last.x >= apart) {
      clusters.push({
        x: at,
        from: marker.from,
        to: marker.to,
        severity: marker.severity,
        titles: [marker.title],
      });
      continue;
    }
    clusters[clusters.length - 1] = {
      x: last.x, from: last.from, to: Math.max(last.to, marker.to),
      severity: rank[marker.severity] > rank[last.severity] ? marker.severity : last.severity,
      titles: [...last.titles, marker.title],
    };
  }
  return clusters;
}
