import type { AnalysisDocument } from "./AnalysisDocument";
import type { Table } from "./Table";

/** All that a page shows. */
export interface Dataset {
  /** What `apus analyze --json` writes. */
  readonly document: AnalysisDocument;
  readonly flows: Table;
  readonly dns: Table;
  readonly http: Table;
  readonly tls: Table;
  /** The flows whose packets are here one by one. */
  readonly traced: ReadonlySet<number>;
  trace(flow: number): Promise<Table>;
}
