/** A filter that is not one: what is wrong, where, in words for the one who types it. */
export class FilterError extends Error {
  constructor(message: string, readonly start: number, readonly end: number) {
    super(message);
  }
}

export interface Token {
  readonly kind: "word" | "text" | "operator" | "(" | ")" | "end";
  readonly value: string;
  readonly start: number;
  readonly end: number;
}

const operators: Readonly<Record<string, string>> = {
  "=": "=",
  "==": "=",
  eq: "=",
  is: "=",
  "!=": "!=",
  ne: "!=",
  ">": ">",
  gt: ">",
  ">=": ">=",
  ge: ">=",
  "<": "<",
  lt: "<",
  "<=": "<=",
  le: "<=",
  "~": "contains",
  contains: "contains",
};

const pattern = /\s*(?:"((?:[^"\\]|\\.)*)("?)|(&&|\|\||==|!=|>=|<=|[=<>~!()])|([^\s"()=<>!~&|]+))/y;

/** Cuts a filter into words, texts in quotes, operators and parentheses. */
export function tokens(filter: string): Token[] {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  let at = 0;
  while (at < filter.length && filter.slice(at).trim() !== "") {
    pattern.lastIndex = at;
    const match = pattern.exec(filter);
    if (!match) throw new FilterError(`“${filter.slice(at).trim()}” is not understood`, at, filter.length);
    const end = pattern.lastIndex;
    const start = end - (match[0] ?? "").trimStart().length;
    found.push(token(match, start, end));
    at = end;
  }
  found.push({ kind: "end", value: "", start: filter.length, end: filter.length });
  return found;
}

function token(match: RegExpExecArray, start: number, end: number): Token {
  const [, quoted, closing, sign, word = ""] = match;
  if (quoted !== undefined) {
    if (!closing) throw new FilterError("a quotation mark is missing at the end", start, end);
    return { kind: "text", value: quoted.replace(/\\(.)/g, "$1"), start, end };
  }
  const value = sign ?? word;
  if (value === "(" || value === ")") return { kind: value, value, start, end };
  if (value === "&&") return { kind: "word", value: "and", start, end };
  if (value === "||") return { kind: "word", value: "or", start, end };
  if (value === "!") return { kind: "word", value: "not", start, end };
  const operator = Object.hasOwn(operators, value.toLowerCase()) ? operators[value.toLowerCase()] : undefined;
  if (operator) return { kind: "operator", value: operator, start, end };
  return { kind: "word", value, start, end };
}
