import type { Table, TextColumn } from "../../data/Table";
import { addressTest } from "./address";
import { amount } from "./amounts";
import { Field, severities } from "./fields";
import type { Condition } from "./parse";
import { FilterError, Token } from "./tokens";

/** Whether a row of the flows table passes. */
export type RowTest = (row: number) => boolean;

type Comparison = Extract<Condition, { kind: "compare" }>;

/** Makes a test of a filter. Texts are tested once each, however many rows have them. */
export function compile(condition: Condition, flows: Table): RowTest {
  switch (condition.kind) {
    case "and": {
      const [left, right] = [compile(condition.left, flows), compile(condition.right, flows)];
      return (row) => left(row) && right(row);
    }
    case "or": {
      const [left, right] = [compile(condition.left, flows), compile(condition.right, flows)];
      return (row) => left(row) || right(row);
    }
    case "not": {
      const inner = compile(condition.condition, flows);
      return (row) => !inner(row);
    }
    case "text": {
      const wanted = condition.value.toLowerCase();
      const contains = (text: string) => text.toLowerCase().includes(wanted);
      return anyText(["name", "client", "server", "service", "reasons"], contains, flows);
    }
    case "compare":
      return comparison(condition, flows);
  }
}

function comparison({ field, operator, value }: Comparison, flows: Table): RowTest {
  switch (field.kind) {
    case "text":
      return textComparison(field, operator, value, flows);
    case "address":
      return addressComparison(field, operator, value, flows);
    case "severity":
      return severityComparison(operator, value, flows);
    case "frame":
      return frameComparison(operator, value, flows);
    default:
      return numberComparison(field, operator, value, flows);
  }
}

function textComparison(field: Field, operator: string, value: Token, flows: Table): RowTest {
  const wanted = value.value.toLowerCase();
  switch (operator) {
    case "contains":
      return anyText(field.columns, (text) => text.toLowerCase().includes(wanted), flows);
    case "=":
      return anyText(field.columns, (text) => text.toLowerCase() === wanted, flows);
    case "!=":
      return not(anyText(field.columns, (text) => text.toLowerCase() === wanted, flows));
    default:
      throw noOrder(field, value);
  }
}

function addressComparison(field: Field, operator: string, value: Token, flows: Table): RowTest {
  if (operator === "contains") {
    return anyText(field.columns, (text) => text.includes(value.value.toLowerCase()), flows);
  }
  const test = addressTest(value.value);
  if (!test) {
    const message = `“${value.value}” is neither an address nor a network such as 10.0.0.0/8`;
    throw new FilterError(message, value.start, value.end);
  }
  if (operator === "=") return anyText(field.columns, test, flows);
  if (operator === "!=") return not(anyText(field.columns, test, flows));
  throw noOrder(field, value);
}

function severityComparison(operator: string, value: Token, flows: Table): RowTest {
  const wanted = severities.indexOf(value.value.toLowerCase());
  if (wanted < 0) {
    const message = `“${value.value}” is not a severity: ${severities.join(", ")}`;
    throw new FilterError(message, value.start, value.end);
  }
  const compare = comparing(operator === "contains" ? "=" : operator, wanted);
  return anyText(["severity"], (text) => compare(severities.indexOf(text)), flows);
}

function frameComparison(operator: string, value: Token, flows: Table): RowTest {
  const wanted = amount(value, "number");
  const [first, last] = [flows.integers("first_frame"), flows.integers("last_frame")];
  if (operator === "=") return (row) => first[row]! <= wanted && last[row]! >= wanted;
  const compare = comparing(operator, wanted);
  return (row) => compare(first[row]!) || compare(last[row]!);
}

function numberComparison(field: Field, operator: string, value: Token, flows: Table): RowTest {
  if (operator === "contains") {
    const message = `“${field.name}” is a number: use =, !=, <, <=, > or >=`;
    throw new FilterError(message, value.start, value.end);
  }
  const compare = comparing(operator, amount(value, field.kind));
  const columns = field.columns.map((column) => flows.integers(column));
  const [only] = columns;
  if (columns.length === 1 && only) return (row) => compare(only[row]!);
  if (field.sum) return (row) => compare(columns.reduce((sum, column) => sum + column[row]!, 0));
  // "Not this port" means neither side, "this port" means either.
  return operator === "!="
    ? (row) => columns.every((column) => compare(column[row]!))
    : (row) => columns.some((column) => compare(column[row]!));
}

/** Nulls are NaN, which no comparison but `!=` accepts. */
function comparing(operator: string, wanted: number): (value: number) => boolean {
  switch (operator) {
    case "=":
      return (value) => value === wanted;
    case "!=":
      return (value) => value !== wanted;
    case ">":
      return (value) => value > wanted;
    case ">=":
      return (value) => value >= wanted;
    case "<":
      return (value) => value < wanted;
    default:
      return (value) => value <= wanted;
  }
}

/** Whether any of the columns has a text that passes. */
function anyText(columns: readonly string[], test: (text: string) => boolean, flows: Table): RowTest {
  const tests = columns.map((column) => textTest(flows.texts(column), test));
  const [only] = tests;
  if (tests.length === 1 && only) return only;
  return (row) => tests.some((test) => test(row));
}

function textTest(column: TextColumn, test: (text: string) => boolean): RowTest {
  const passes = Uint8Array.from(column.values, (text) => (test(text) ? 1 : 0));
  return (row) => passes[column.index[row]!] === 1;
}

function not(test: RowTest): RowTest {
  return (row) => !test(row);
}

function noOrder(field: Field, value: Token): FilterError {
  const message = `“${field.name}” has no order: use =, != or contains`;
  return new FilterError(message, value.start, value.end);
}
