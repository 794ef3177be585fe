import type { Table } from "../../data/Table";

/** Numbers for the addresses of flows, the same for both sides. */
export interface HostIds {
  readonly names: readonly string[];
  /** For each row of the flows table; -1 where it has no address. */
  readonly clients: Int32Array;
  readonly servers: Int32Array;
}

const known = new WeakMap<Table, HostIds>();

/** Numbers the addresses once for a table: the work is by distinct address, not by flow. */
export function hostIds(flows: Table): HostIds {
  let found = known.get(flows);
  if (found === undefined) {
    const numbers = new Map<string, number>();
    const number = (name: string): number => {
      const id = numbers.get(name) ?? numbers.size;
      numbers.set(name, id);
      return id;
    };
    const [clients, servers] = (["client", "server"] as const).map((side) => {
      const column = flows.texts(side);
      const ids = column.values.map(number);
      return column.index.map((at) => (at < 0 ? -1 : ids[at]!));
    });
    found = { names: [...numbers.keys()], clients: clients!, servers: servers! };
    known.set(flows, found);
  }
  return found;
}
