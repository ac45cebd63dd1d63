/**
 * What a piece of logic looks at, as far as its text tells.
 *
 * @module
 */
import { codeWords } from "../blueprint/code_words.ts";
import type { LogicModel } from "../model/logic_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { parameterName } from "./entity_view.ts";
import { functionName } from "./logic_names.ts";

/** What a piece of logic looks at. */
export interface LogicReads {
  /** The members of the entity. */
  readonly entity: ReadonlySet<string>;
  /** The members of what it is told beside the entity; of the entity before a change, `before.` and the member. */
  readonly context: ReadonlySet<string>;
  /** Whether it asks for the time by itself. */
  readonly clock: boolean;
}

/** Finds out what a piece of logic looks at; undefined where it does more with what it is given than name members of it. */
export function readsOf(
  logic: LogicModel,
  entity: EntityModel,
  system: SystemModel,
): LogicReads | undefined {
  const source = logic.run === undefined
    ? sourceInFile(logic, system)
    : sourceInPlace(logic.run, entity);
  if (!source) return undefined;
  const [given, context] = source.parameters.map((one) =>
    pathsOf(source.text, one)
  );
  if (!given || source.parameters.length > 1 && !context) return undefined;
  return {
    entity: new Set(given.map(([member = ""]) => member)),
    context: new Set(
      (context ?? []).map(([member = "", inner]) =>
        member === "before" && inner !== undefined ? `before.${inner}` : member
      ),
    ),
    clock: OWN_CLOCK.test(source.text),
  };
}

/** The text of a function, or of the file that it is in, and the names of what it is given. */
interface Source {
  readonly text: string;
  readonly parameters: readonly string[];
}

function sourceInPlace(text: string, entity: EntityModel): Source {
  const parameter = parameterName(entity);
  const context = parameter === "context" ? "given" : "context";
  return { text, parameters: [parameter, context] };
}

/** Helpers in the same file are read with it: what they name as it does, they look at, too. */
function sourceInFile(
  { file, path }: LogicModel,
  { logicFiles = [] }: SystemModel,
): Source | undefined {
  const text = logicFiles.find((one) => one.path === file)?.text;
  const name = functionName(path);
  const head = text === undefined
    ? null
    : new RegExp(`\\bfunction\\s+${name}\\s*\\(([^]*?)\\)\\s*[:{]`).exec(text);
  if (text === undefined || !head) return undefined;
  const parameters = topLevelParts(head[1] ?? "").map((part) =>
    /^\s*([\w$]+)\s*:/.exec(part)?.[1]
  );
  return parameters.every((one) => one !== undefined)
    ? { text, parameters }
    : undefined;
}

/** Parts a list of parameters at the commas between them. */
function topLevelParts(list: string): string[] {
  const parts = [""];
  let depth = 0;
  for (const sign of list) {
    if ("<({[".includes(sign)) depth++;
    if (">)}]".includes(sign)) depth--;
    if (sign === "," && depth === 0) parts.push("");
    else parts[parts.length - 1] += sign;
  }
  return parts.filter((part) => part.trim() !== "");
}

/** Lists the members of a variable, and the members of these, that a text names; undefined where it uses it as a whole. */
function pathsOf(
  text: string,
  variable: string,
): readonly (readonly string[])[] | undefined {
  const lines = text.split("\n");
  const starts = lines.map((_, index) =>
    lines.slice(0, index).reduce((sum, line) => sum + line.length + 1, 0)
  );
  const paths: string[][] = [];
  for (const { word, line, column } of codeWords(text)) {
    if (word !== variable) continue;
    const at = (starts[line - 1] ?? 0) + column - 1;
    const before = text.slice(0, at);
    const after = text.slice(at + word.length);
    if (/[(,{]\s*$/.test(before) && /^\s*:/.test(after)) continue;
    const found = membersAfter(after) ?? takenApart(before, after);
    if (!found) return undefined;
    paths.push(...found);
  }
  return paths;
}

/** `.before.title` → before, title. */
function membersAfter(after: string): string[][] | undefined {
  const [, member, inner] = MEMBERS.exec(after) ?? [];
  if (member === undefined) return undefined;
  return [inner === undefined ? [member] : [member, inner]];
}

/** `const { title, body: text = "" } =` before it → title; body. */
function takenApart(before: string, after: string): string[][] | undefined {
  const [, list] = /\b(?:const|let|var)\s*\{([^{}]*)\}\s*=\s*$/.exec(before) ??
    [];
  if (list === undefined || !/^\s*(;|\n|$)/.test(after)) return undefined;
  const names = list.split(",").filter((one) => one.trim() !== "")
    .map((one) => /^\s*([\w$]+)\s*(?:[:=]|$)/.exec(one)?.[1]);
  return names.every((one) => one !== undefined)
    ? names.map((one) => [one])
    : undefined;
}

const OWN_CLOCK = /\bDate\s*\.\s*now\b|\bnew\s+Date\s*(?:\(\s*\)|;)/;
const MEMBERS = /^\s*\??\.\s*([\w$]+)(?:\s*\??\.\s*([\w$]+))?/;
