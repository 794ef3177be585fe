import { Field, fieldNamed, fields, transports } from "./fields";
import { FilterError, Token, tokens } from "./tokens";

/** A filter, taken apart. */
export type Condition =
  | { readonly kind: "and" | "or"; readonly left: Condition; readonly right: Condition }
  | { readonly kind: "not"; readonly condition: Condition }
  | { readonly kind: "compare"; readonly field: Field; readonly operator: string; readonly value: Token }
  /** A bare word: some text of the flow contains it. */
  | { readonly kind: "text"; readonly value: string };

/** Parses a filter; null where it is empty. Throws `FilterError`. */
export function parse(filter: string): Condition | null {
  const parser = new Parser(tokens(filter));
  return parser.filter();
}

class Parser {
  private position = 0;

  constructor(private readonly tokens: readonly Token[]) {}

  filter(): Condition | null {
    if (this.peek().kind === "end") return null;
    const condition = this.alternatives();
    if (this.peek().kind !== "end") {
      throw this.error(this.peek().kind === ")" ? "this parenthesis was not opened" : "this is too much");
    }
    return condition;
  }

  private alternatives(): Condition {
    let left = this.sequence();
    while (this.takeWord("or")) left = { kind: "or", left, right: this.sequence() };
    return left;
  }

  /** `and` may be left out, as in `tcp port 443`. */
  private sequence(): Condition {
    let left = this.single();
    for (;;) {
      const isJoined = this.takeWord("and");
      if (!isJoined && (this.peek().kind === "end" || this.peek().kind === ")" || this.isWord("or"))) {
        return left;
      }
      left = { kind: "and", left, right: this.single() };
    }
  }

  private single(): Condition {
    if (this.takeWord("not")) return { kind: "not", condition: this.single() };
    const token = this.peek();
    if (token.kind === "(") {
      this.position += 1;
      const condition = this.alternatives();
      if (this.peek().kind !== ")") throw this.error("a closing parenthesis is missing");
      this.position += 1;
      return condition;
    }
    if (token.kind === "end") throw this.error("something is missing at the end");
    if (token.kind === "operator") throw this.error(`a field is missing before “${token.value}”`);
    if (token.kind === ")") throw this.error("something is missing before the parenthesis");
    this.position += 1;
    return token.kind === "word" ? this.afterWord(token) : { kind: "text", value: token.value };
  }

  private afterWord(token: Token): Condition {
    const word = token.value.toLowerCase();
    const isCompared = this.peek().kind === "operator";
    if (transports.includes(word) && !isCompared) return transportCondition(token);
    const field = fieldNamed(word);
    if (!field) {
      if (isCompared) throw unknownField(token);
      return { kind: "text", value: token.value };
    }
    // `port 443` means `port = 443`; for texts it reads as `contains`.
    let operator = field.kind === "text" ? "contains" : "=";
    if (isCompared) {
      operator = this.peek().value;
      this.position += 1;
    }
    const value = this.peek();
    if (value.kind !== "word" && value.kind !== "text") {
      throw this.error(`a value for “${field.name}” is missing: ${field.meaning}`);
    }
    this.position += 1;
    return { kind: "compare", field, operator, value };
  }

  /** The token to come; a method, so that its kind is not taken for the one before. */
  private peek(): Token {
    const token = this.tokens[Math.min(this.position, this.tokens.length - 1)];
    if (!token) throw new RangeError("tokens end with the end");
    return token;
  }

  private isWord(word: string): boolean {
    return this.peek().kind === "word" && this.peek().value.toLowerCase() === word;
  }

  private takeWord(word: string): boolean {
    const isNext = this.isWord(word);
    if (isNext) this.position += 1;
    return isNext;
  }

  private error(message: string): FilterError {
    return new FilterError(message, this.peek().start, this.peek().end);
  }
}

function transportCondition(token: Token): Condition {
  const field = fieldNamed("transport");
  if (!field) throw new RangeError("transport is a field");
  return { kind: "compare", field, operator: "=", value: token };
}

function unknownField(token: Token): FilterError {
  const similar = fields.find(
    (field) => field.name.startsWith(token.value.slice(0, 3)) || field.name.includes(token.value),
  );
  const hint = similar ? `; did you mean “${similar.name}”?` : "; press ? for the list of fields";
  return new FilterError(`there is no field “${token.value}”${hint}`, token.start, token.end);
}
