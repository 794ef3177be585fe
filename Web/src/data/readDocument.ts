import type { AnalysisDocument } from "./AnalysisDocument";

// A string, or an integer of more than 16 digits, which a number would round.
const stringOrLongInteger = /"(?:[^"\\]|\\.)*"|-?\d{17,}/g;

/** Parses the document of an analysis, keeping absolute times exact as strings. */
export function readDocument(json: string): AnalysisDocument {
  const exact = json.replace(stringOrLongInteger, (token) =>
    token.startsWith('"') ? token : `"${token}"`,
  );
  return JSON.parse(exact) as AnalysisDocument;
}
