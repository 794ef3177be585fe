import type { AnalysisDocument } from "./AnalysisDocument";

// A string, and the integer of more than 16 digits that it names, which a number would round.
const named = /("(?:[^"\\]|\\.)*")(?:(\s*:\s*)(-?\d{17,}))?/g;

/** Members that are an `Instant`. Amounts stay numbers, however long: views calculate with them. */
const instants = new Set(["first_ns", "last_ns", "earliest_ns", "latest_ns", "start_ns"]
  .map((name) => `"${name}"`));

/** Parses the document of an analysis, keeping absolute times exact as strings. */
export function readDocument(json: string): AnalysisDocument {
  const exact = json.replace(named, (all, name: string, colon?: string, digits?: string) =>
    digits !== undefined && instants.has(name) ? `${name}${colon}"${digits}"` : all,
  );
  return JSON.parse(exact) as AnalysisDocument;
}
