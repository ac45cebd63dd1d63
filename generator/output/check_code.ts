/**
 * Does the code in a blueprint parse? Asked of the formatter's parser, before anything is written.
 *
 * @module
 */
import type { Blueprint } from "../blueprint/blueprint.ts";
import { logicIn } from "../blueprint/check_logic.ts";
import {
  DiagnosticList,
  type SourcePositions,
} from "../blueprint/diagnostic_list.ts";
import { visible } from "../blueprint/quoted.ts";
import type { Diagnostic, SourcePosition } from "../diagnostic.ts";
import { loadFormatter, type TextFormatter } from "./format_text.ts";

/** Reports each piece of logic that is no TypeScript, where it stands in the blueprint. */
export async function checkCode(
  blueprint: Blueprint,
  positions: SourcePositions,
): Promise<readonly Diagnostic[]> {
  const all = logicIn(blueprint);
  if (all.length === 0) return [];
  const formatter = await loadFormatter();
  const list = new DiagnosticList(positions);
  for (const { path, logic } of all) {
    if (logic.run === undefined) continue;
    const fault = codeFault(logic.run, formatter);
    if (fault === undefined) continue;
    list.error(
      "AC634",
      `${path}.run`,
      `Cannot use "${path}.run": found no TypeScript: ${fault.message}`,
      { code: fault.place },
    );
  }
  return list.items;
}

/** Parses the statements of a function; as an expression, so that a brace too many is none that ends it. */
export function codeFault(
  run: string,
  formatter: TextFormatter,
): { readonly message: string; readonly place: SourcePosition } | undefined {
  try {
    formatter.format("run.ts", `void (async function () {\n${run}\n});\n`);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    const [, message = text, line = "2", column = "1"] = FAULT.exec(text) ?? [];
    return {
      message: visible(message.charAt(0).toLowerCase() + message.slice(1)),
      place: within(run, Number(line) - 1, Number(column)),
    };
  }
}

/** What ends too late is found behind the code: then its end is the place. */
function within(run: string, line: number, column: number): SourcePosition {
  const lines = run.trimEnd().split("\n");
  if (line >= 1 && line <= lines.length) return { line, column };
  const last = lines.at(-1) ?? "";
  return { line: lines.length, column: Math.max(1, last.length) };
}

/** `Cannot format "run.ts": Expression expected at file:///run.ts:2:11` */
const FAULT = /^Cannot format "[^"]*": (.*) at file:\/\/\S*?:(\d+):(\d+)/;
