/** One protocol below another, with all that it carried. */
export interface TreeNode {
  readonly path: string;
  readonly name: string;
  readonly depth: number;
  readonly frames: number;
  readonly bytes: number;
  /** Share of the bytes of all roots. */
  readonly share: number;
  readonly hasChildren: boolean;
}

/** Rows of paths such as `eth:ip:tcp`, each below its parent, larger siblings first. */
export function protocolTree(
  rows: readonly { readonly path: string; readonly frames: number; readonly bytes: number }[],
): TreeNode[] {
  const children = new Map<string, typeof rows[number][]>();
  const known = new Set(rows.map((row) => row.path));
  for (const row of rows) {
    const parent = parentOf(row.path, known);
    const siblings = children.get(parent) ?? [];
    siblings.push(row);
    children.set(parent, siblings);
  }
  const total = (children.get("") ?? []).reduce((sum, row) => sum + row.bytes, 0);
  const result: TreeNode[] = [];
  const visit = (parent: string, depth: number): void => {
    const below = [...(children.get(parent) ?? [])].sort((a, b) => b.bytes - a.bytes);
    for (const row of below) {
      result.push({
        path: row.path,
        name: parent === "" ? row.path : row.path.slice(parent.length + 1),
        depth, frames: row.frames, bytes: row.bytes,
        share: total > 0 ? row.bytes / total : 0,
        hasChildren: children.has(row.path),
      });
      visit(row.path, depth + 1);
    }
  };
  visit("", 0);
  return result;
}

/** The longest path above that is listed; "" for a root. */
function parentOf(path: string, known: ReadonlySet<string>): string {
  for (let end = path.lastIndexOf(":"); end > 0; end = path.lastIndexOf(":", end - 1)) {
    const parent = path.slice(0, end);
    if (known.has(parent)) return parent;
  }
  return "";
}
