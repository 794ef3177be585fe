import type { Table } from "../../data/Table";
import { fieldNamed, fields, transports, valuesOf } from "./fields";

export interface Completion {
  /** What takes the place of the word at the cursor. */
  readonly text: string;
  readonly meaning: string;
}

export interface Completions {
  /** Where the word at the cursor begins and ends. */
  readonly start: number;
  readonly end: number;
  readonly offers: readonly Completion[];
}

/** No more are offered than fit under the box. */
const offerLimit = 8;

/** What could stand at the cursor: names of fields, or values of the field before it. */
export function complete(filter: string, cursor: number, flows: Table): Completions {
  const before = filter.slice(0, cursor);
  const word = /[^\s"()=<>!~&|]*$/.exec(before)?.[0] ?? "";
  const start = cursor - word.length;
  const end = cursor + (/^[^\s"()=<>!~&|]*/.exec(filter.slice(cursor))?.[0]?.length ?? 0);
  const field = fieldBefore(before.slice(0, start));
  const offers = field ? values(field, word, flows) : names(word);
  return { start, end, offers: offers.filter(({ text }) => text !== word).slice(0, offerLimit) };
}

/** The field whose value stands at the end of a text. */
function fieldBefore(text: string): string | null {
  const match = /([\w.]+)\s*(?:==?|!=|>=?|<=?|~|contains|eq|ne|gt|ge|lt|le|is|\s)\s*$/i.exec(text);
  const name = match?.[1] ?? "";
  return fieldNamed(name) ? name : null;
}

function names(word: string): Completion[] {
  if (word === "") return [];
  const wanted = word.toLowerCase();
  const found = [
    ...transports.map((name) => ({ text: name, meaning: `flows over ${name.toUpperCase()}` })),
    ...fields.map((field) => ({ text: field.name, meaning: field.meaning })),
  ];
  return [
    ...found.filter(({ text }) => text.startsWith(wanted)),
    ...found.filter(({ text }) => !text.startsWith(wanted) && text.includes(wanted)),
  ];
}

function values(name: string, word: string, flows: Table): Completion[] {
  const field = fieldNamed(name);
  if (!field) return [];
  const wanted = word.toLowerCase();
  const found: Completion[] = [];
  for (const value of valuesOf(field, flows)) {
    if (!value.toLowerCase().includes(wanted)) continue;
    // What does not fit into one word is offered in quotes.
    const text = /^[^\s"()=<>!~&|\\]+$/.test(value) ? value : JSON.stringify(value);
    found.push({ text, meaning: "" });
    if (found.length > offerLimit) break;
  }
  return found;
}
