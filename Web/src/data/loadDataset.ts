import { DataError } from "./ByteReader";
import { ColumnarTable } from "./ColumnarTable";
import type { Dataset } from "./Dataset";
import { readDocument } from "./readDocument";
import { readSection } from "./sections";
import type { Table } from "./Table";

/** Reads the data that the page carries. Packets of traced flows are read when first asked for. */
export async function loadDataset(): Promise<Dataset> {
  const [json, flows, dns, http, tls, traces] = await Promise.all([
    readSection("document"),
    readTable("flows"),
    readTable("dns"),
    readTable("http"),
    readTable("tls"),
    readTable("traces"),
  ]);
  if (!json) throw new DataError("this page carries no analysis");
  const document = readDocument(new TextDecoder().decode(json));
  const traced = new Set(traces.integers("flow"));
  const pending = new Map<number, Promise<Table>>();
  const trace = (flow: number): Promise<Table> => {
    let table = pending.get(flow);
    if (!table) {
      table = readTable(`trace-${flow}`);
      pending.set(flow, table);
    }
    return table;
  };
  return { document, flows, dns, http, tls, traced, trace };
}

async function readTable(name: string): Promise<Table> {
  const bytes = await readSection(name);
  return bytes ? new ColumnarTable(bytes) : ColumnarTable.empty;
}
