import type { TextColumn } from "../../data/Table";
import { addressBytes } from "../../state/filter/address";

const known = new WeakMap<TextColumn, Float64Array>();

/** Numbers that order rows as their texts are ordered; addresses by their bits, IPv4 first. */
export function ranks(column: TextColumn): Float64Array {
  let found = known.get(column);
  if (!found) {
    found = computed(column);
    known.set(column, found);
  }
  return found;
}

function computed({ values, index }: TextColumn): Float64Array {
  const sortable = values.map(sortableText);
  const order = sortable.map((_, at) => at);
  order.sort((left, right) => (sortable[left]! < sortable[right]! ? -1 : 1));
  const rank = new Float64Array(values.length);
  order.forEach((at, place) => (rank[at] = place));
  const ranks = new Float64Array(index.length);
  for (let row = 0; row < index.length; row++) ranks[row] = index[row]! < 0 ? NaN : rank[index[row]!]!;
  return ranks;
}

function sortableText(text: string): string {
  const bytes = addressBytes(text);
  if (!bytes) return text.toLowerCase();
  return String.fromCharCode(bytes.length, ...bytes);
}
