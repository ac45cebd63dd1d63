/**
 * Reads endpoints: "GET /products/{id}", "POST /tasks/:id/complete".
 *
 * @module
 */
import type { Operation } from "../blueprint/blueprint.ts";
import { wordsOf } from "./names.ts";
import { type Found, type Scope, spanOf } from "./scope.ts";
import type { Noun, Statement } from "./statement.ts";
import type { Token } from "./tokens.ts";

/** Reads an HTTP method with a path. */
export function readEndpoint(
  tokens: readonly Token[],
  at: number,
  _scope: Scope,
): Found | undefined {
  const method = METHODS[tokens[at]?.lower ?? ""];
  const path = tokens[at + 1];
  if (method === undefined || path?.kind !== "path") return undefined;
  const parts = path.text.split("/").filter(Boolean)
    .filter((part) => !/^(?:api|v\d+)$/.test(part));
  const [name, key, action, more] = parts;
  if (name === undefined || more !== undefined || isKey(name)) return undefined;
  if (key !== undefined && !isKey(key)) return undefined;
  const span = spanOf(tokens, at, at + 2);
  const noun: Noun = {
    words: wordsOf(name),
    number: key === undefined ? "many" : "one",
    ...span,
  };
  const statement = statementOf(tokens[at]?.lower ?? "", noun, key, action);
  if (statement === undefined) return undefined;
  return {
    statements: [{ ...statement, ...span }],
    end: endOfRemark(tokens, at + 2),
    subjects: [noun],
  };
}

function statementOf(
  method: string,
  noun: Noun,
  key: string | undefined,
  action: string | undefined,
): Statement | undefined {
  const span = { start: noun.start, end: noun.end };
  if (action !== undefined) {
    if (!["post", "put", "patch"].includes(method)) return undefined;
    const verb = wordsOf(action).join(" ");
    return { kind: "action", verb, objects: [noun], ...span };
  }
  const operations = METHODS[method]?.[key === undefined ? 0 : 1] ?? [];
  if (operations.length === 0) return undefined;
  const mode = "endpoint";
  return { kind: "operations", operations, mode, objects: [noun], ...span };
}

/** "GET /tasks - list all tasks": the remark says the same again. */
function endOfRemark(tokens: readonly Token[], at: number): number {
  const mark = tokens[at]?.lower ?? "";
  if (!["-", "–", "—", ":", "("].includes(mark)) return at;
  let end = at + 1;
  while (end < tokens.length && tokens[end]?.kind === "word") end++;
  return tokens[end]?.lower === ")" ? end + 1 : end;
}

function isKey(part: string): boolean {
  return /^(?::\w+|\{\w+\}|<\w+>)$/.test(part);
}

/** The operations of a method: on the collection, on one entity. */
const METHODS: Readonly<
  Record<string, readonly [readonly Operation[], readonly Operation[]]>
> = {
  __proto__: null as never,
  delete: [[], ["delete"]],
  get: [["list"], ["get"]],
  patch: [[], ["patch"]],
  post: [["create"], []],
  put: [[], ["replace"]],
};
