// What unit tests use of Node, typed by hand: Debian packages Node without types.

declare module "node:test" {
  type Body = () => void | Promise<void>;
  export default function test(name: string, body: Body): void;
  export default function test(name: string, options: { skip: boolean }, body: Body): void;
}

declare module "node:assert/strict" {
  const assert: {
    equal(actual: unknown, expected: unknown, message?: string): void;
    deepEqual(actual: unknown, expected: unknown, message?: string): void;
    ok(value: unknown, message?: string): asserts value;
    throws(body: () => unknown, expected?: RegExp | (new (...parameters: never[]) => Error)): void;
    rejects(promise: Promise<unknown>, expected?: RegExp): Promise<void>;
  };
  export default assert;
}

declare module "node:zlib" {
  export function deflateRawSync(bytes: Uint8Array): Uint8Array;
}

declare module "node:fs" {
  export function readFileSync(path: string, encoding: "utf8"): string;
}
