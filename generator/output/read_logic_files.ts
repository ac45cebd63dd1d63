/**
 * Reads the user's files of logic from beside a blueprint, and all that they import from there.
 *
 * @module
 */
import { join } from "node:path";
import type { Blueprint } from "../blueprint/blueprint.ts";
import { logicIn } from "../blueprint/check_logic.ts";
import {
  DiagnosticList,
  type SourcePositions,
} from "../blueprint/diagnostic_list.ts";
import { quoted, visible } from "../blueprint/quoted.ts";
import type { Diagnostic } from "../diagnostic.ts";
import type { LogicFile } from "../model/logic_model.ts";
import { functionName } from "../plan/logic_names.ts";
import { VERBATIM } from "../../templates/mod.ts";
import { loadFormatter } from "./format_text.ts";
import { exportsFunction, importsOf } from "./module_outline.ts";

/** What reading gives. */
export interface LogicFiles {
  /** The files, by path. */
  readonly files: readonly LogicFile[];
  /** What is wrong with them. */
  readonly diagnostics: readonly Diagnostic[];
}

/** Reads the files that a blueprint names from its folder; undefined where nobody knows what lies beside the blueprint. */
export async function readLogicFiles(
  blueprint: Blueprint,
  positions: SourcePositions,
  folder: string | undefined,
): Promise<LogicFiles> {
  const named = logicIn(blueprint).flatMap(({ path, logic: { file } }) =>
    file === undefined ? [] : [{ path, file: file.slice("./".length) }]
  );
  if (named.length === 0) return { files: [], diagnostics: [] };
  const list = new DiagnosticList(positions);
  const reading: Reading = { blueprint, folder, list, files: new Map() };
  for (const { path, file } of named) {
    const text = await readFile(file, `${path}.file`, reading);
    const wanted = functionName(path);
    if (text === undefined || exportsFunction(text, wanted)) continue;
    list.error(
      "AC638",
      `${path}.file`,
      `Cannot use "${file}": found no exported function "${wanted}"`,
      { hint: `write "export function ${wanted}(…) { … }"` },
    );
  }
  const files = [...reading.files].flatMap(([path, text]) =>
    text === undefined ? [] : [{ path, text }]
  );
  return {
    files: files.toSorted((a, b) => a.path < b.path ? -1 : 1),
    diagnostics: list.items,
  };
}

interface Reading {
  readonly blueprint: Blueprint;
  readonly folder: string | undefined;
  readonly list: DiagnosticList;
  readonly files: Map<string, string | undefined>;
}

/** Reads a file and what it imports, each once; reports at the path of the blueprint that led there. */
async function readFile(
  file: string,
  at: string,
  reading: Reading,
): Promise<string | undefined> {
  const { files, list, blueprint, folder } = reading;
  if (files.has(file)) return files.get(file);
  files.set(file, undefined);
  const say = (code: string, found: string, hint: string) =>
    list.error(code, at, `Cannot use "${file}": ${found}`, { hint });
  if (isGenerated(file, blueprint)) {
    say("AC636", "found a file of that name among the generated ones", RENAME);
    return;
  }
  const read = await textOf(file, folder);
  if ("found" in read) {
    say("AC635", read.found, "put it beside the blueprint");
    return;
  }
  const { text } = read;
  const fault = await faultIn(file, text);
  if (fault !== undefined) {
    say("AC639", fault, "correct the file");
    return;
  }
  files.set(file, text);
  for (const { specifier, line, column } of importsOf(text)) {
    const place = `${file}:${line}:${column}`;
    const own = /^\.\/([a-z][a-z0-9_]*\.ts)$/.exec(specifier ?? "")?.[1];
    if (own !== undefined) {
      if (!isGenerated(`logic/${own}`, blueprint)) {
        await readFile(`logic/${own}`, at, reading);
      }
    } else if (specifier === undefined || !isAllowed(specifier, blueprint)) {
      list.error(
        "AC637",
        at,
        `Cannot use "${file}": found an import of ${
          specifier === undefined ? "something computed" : quoted(specifier)
        } (${place}), wanted models, the kit, files of logic or node:`,
        { hint: "import ../models/x.ts, ../kit/x.ts, ./x.ts or node:x" },
      );
    }
  }
  return text;
}

async function textOf(
  file: string,
  folder: string | undefined,
): Promise<{ readonly text: string } | { readonly found: string }> {
  if (folder === undefined) {
    return { found: "found no folder to look in" };
  }
  try {
    const home = await Deno.realPath(folder);
    const path = join(home, ...file.split("/"));
    if (await Deno.realPath(path) !== path) {
      return { found: "found a link, wanted a file" };
    }
    const { isFile, size } = await Deno.stat(path);
    if (!isFile) return { found: "found a folder, wanted a file" };
    if (size > MAX_BYTES) return { found: `found ${size} bytes, wanted fewer` };
    const bytes = await Deno.readFile(path);
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes) };
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) {
      return { found: "found no such file" };
    }
    if (error instanceof TypeError) {
      return { found: "found bytes that are not UTF-8" };
    }
    throw error;
  }
}

/** Says where a file does not parse, by its own line and column. */
async function faultIn(
  file: string,
  text: string,
): Promise<string | undefined> {
  try {
    (await loadFormatter()).format(file, text);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const [, what = message, line, column] = FAULT.exec(message) ?? [];
    return `found no TypeScript: ${visible(what)} (${file}:${line}:${column})`;
  }
}

function isGenerated(
  file: string,
  { entities = {}, endpoints = {} }: Blueprint,
): boolean {
  return file === "logic/system_logic.ts" ||
    file === "logic/system_endpoints.ts" ||
    Object.keys(endpoints).some((name) =>
      file === `logic/${name}_endpoint.ts`
    ) ||
    Object.keys(entities).some((name) => file === `logic/${name}_logic.ts`);
}

function isAllowed(
  specifier: string,
  { entities = {}, endpoints = {}, users }: Blueprint,
): boolean {
  const model = /^\.\.\/models\/(\w+)\.ts$/.exec(specifier)?.[1];
  const kit = /^\.\.\/(kit\/\w+\.ts)$/.exec(specifier)?.[1];
  const isOfClient = specifier === "../client/client.ts" &&
    Object.keys(endpoints).length > 0;
  return specifier.startsWith("node:") || isOfClient ||
    model !== undefined &&
      (Object.hasOwn(entities, model) ||
        users !== undefined && model === (users.entity ?? "user")) ||
    kit !== undefined && Object.hasOwn(VERBATIM, kit);
}

const RENAME = "give it another name";
const MAX_BYTES = 256 * 1024;
const FAULT = /^Cannot format "[^"]*": (.*) at file:\/\/\S*?:(\d+):(\d+)/;
