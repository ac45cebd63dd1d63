/**
 * Changes of a whole body: it does nothing, it throws, or it does what it did and only its text is another.
 *
 * @module
 */
import type { Edit } from "../../validation/mutation/mutant.ts";
import {
  childOf,
  childrenOf,
  parseModule,
  type SyntaxNode,
} from "../../validation/mutation/syntax_tree.ts";

/** A part of a text, in UTF-16 code units. */
export interface TextRange {
  /** Where it begins. */
  readonly start: number;
  /** Where it has ended. */
  readonly end: number;
}

/** What can be done to the bodies of a module's functions as a whole. */
export interface BodyChanges {
  /** Bodies that do nothing as they are: no change but a throw makes them another. */
  readonly idle: readonly TextRange[];
  /** Each body emptied, unless it does nothing as it is, and each replaced by a throw. */
  readonly edits: readonly Edit[];
  /** The module with the same behaviour and another text, on other lines, that functions do not tell; undefined where there is no function. */
  readonly respelled?: string;
}

/** Finds the functions of a module, or those in a part of it, and what can be done to their bodies. */
export async function bodyChanges(
  text: string,
  range: TextRange,
): Promise<BodyChanges> {
  const found = functionsIn(await parseModule(text)).filter(({ body }) =>
    body.start < range.end && range.start < body.end
  );
  const idle = found.filter(({ body }) => isIdle(body)).map(({ body }) => body);
  const edits = found.flatMap(({ body }) => {
    const inside = { start: body.start + 1, end: body.end - 1 };
    const thrown: Edit = {
      ...inside,
      operator: "body throws",
      replacement: ' throw new Error("in place of the body"); ',
    };
    const emptied: Edit = {
      ...inside,
      operator: "body emptied",
      replacement: "",
    };
    return idle.includes(body) ? [thrown] : [emptied, thrown];
  });
  if (found.length === 0) return { idle, edits };
  return { idle, edits, respelled: respell(text, found) };
}

interface FoundFunction {
  readonly name: string;
  readonly body: SyntaxNode;
}

function functionsIn(module: SyntaxNode): FoundFunction[] {
  return childrenOf(module, "body").flatMap((statement) => {
    const declared = childOf(statement, "declaration") ?? statement;
    if (declared.type !== "FunctionDeclaration") return [];
    const [id, body] = [childOf(declared, "id"), childOf(declared, "body")];
    return id && body ? [{ name: String(id.name), body }] : [];
  });
}

/** Nothing but comments, or a return of nothing. */
function isIdle(body: SyntaxNode): boolean {
  return childrenOf(body, "body").every((statement) => {
    if (statement.type === "EmptyStatement") return true;
    if (statement.type !== "ReturnStatement") return false;
    const value = childOf(statement, "argument");
    return value === undefined ||
      value.type === "Identifier" && value.name === "undefined";
  });
}

function respell(text: string, found: readonly FoundFunction[]): string {
  const spelled = found.toSorted((a, b) => b.body.start - a.body.start)
    .reduce((made, { body }) => {
      const at = body.start + 1;
      return made.slice(0, at) + NEUTRAL + made.slice(at);
    }, text);
  const names = found.map(({ name }) => name).join(", ");
  return `${spelled}\n${HIDING.replace("NAMES", names)}`;
}

const NEUTRAL = `
  /* What follows changes nothing but the text. */
  const nothingUsesThis = 0;
  void nothingUsesThis;
`;
/** A hash of a function's text would notice every mutant, whatever the test says of behaviour. */
const HIDING = `{
  const spell = Function.prototype.toString;
  const hidden: ReadonlySet<unknown> = new Set<unknown>([NAMES]);
  Function.prototype.toString = function (): string {
    return hidden.has(this) ? "function () { [native code] }" : spell.call(this);
  };
}
`;
