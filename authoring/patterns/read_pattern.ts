/**
 * Reads a pattern from its file: YAML, whose every member is checked.
 *
 * @module
 */
import { type Document, LineCounter, parseDocument } from "yaml";
import {
  loadFormatter,
  type TextFormatter,
} from "../../generator/output/format_text.ts";
import { type BlueprintPart, isPart, withLogic } from "./logic_place.ts";
import { kindOf, type Pattern } from "./pattern.ts";

/** A file holds no pattern, or none that can be used; the message says where and what to do. */
export class PatternError extends Error {
  /** The name of the error. */
  override readonly name = "PatternError";
}

/**
 * Reads the text of a pattern's file, which is named after the pattern.
 *
 * @throws {PatternError} when it is no pattern.
 */
export async function readPattern(
  text: string,
  file: string,
): Promise<Pattern> {
  const refuse = (found: string, line?: number) =>
    new PatternError(
      `Cannot read the pattern "${file}"${
        line === undefined ? "" : `, line ${line}`
      }: ${found}`,
    );
  const name = /^([a-z][a-z0-9_]{0,79})\.yaml$/.exec(file)?.[1];
  if (name === undefined) {
    throw refuse("found this name, wanted a name in snake_case and .yaml");
  }
  const { value, lineOf } = parse(text, refuse);
  for (const key of Object.keys(value)) {
    if (!KEYS.has(key)) {
      throw refuse(
        `found "${key}", wanted only ${[...KEYS].join(", ")}`,
        lineOf(key),
      );
    }
  }
  const textOf = (key: string) => {
    const found = value[key];
    if (typeof found === "string" && found.trim() !== "") return found;
    throw refuse(`found no text in "${key}", wanted one`, lineOf(key));
  };
  const { blueprint } = value;
  if (!isPart(blueprint)) {
    throw refuse(
      'found no mapping in "blueprint", wanted the part that the logic is about',
      lineOf("blueprint"),
    );
  }
  const pattern: Pattern = {
    name,
    unit: textOf("unit"),
    behavior: textOf("behavior").trim(),
    blueprint,
    signature: textOf("signature").trim(),
    body: textOf("body"),
    test: textOf("test"),
  };
  const fault = faultIn(pattern, await loadFormatter());
  if (fault) throw refuse(fault.found, lineOf(fault.key));
  return pattern;
}

type Refuse = (found: string, line?: number) => PatternError;

function parse(text: string, refuse: Refuse): {
  readonly value: BlueprintPart;
  readonly lineOf: (key: string) => number | undefined;
} {
  if (text.length > MAX_LENGTH) {
    throw refuse(
      `found ${text.length} characters, wanted at most ${MAX_LENGTH}`,
    );
  }
  const lineCounter = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    prettyErrors: false,
    logLevel: "error",
    lineCounter,
  });
  const lineAt = (offset: number) => lineCounter.linePos(offset).line;
  const [error] = document.errors;
  if (error) throw refuse(error.message, lineAt(error.pos[0]));
  const value = valueOf(document, refuse);
  if (!isPart(value)) throw refuse("found no mapping, wanted one");
  return {
    value,
    lineOf: (key) => {
      const start = new RegExp(`^${key}[ \\t]*:`, "m").exec(text)?.index;
      return start === undefined ? undefined : lineAt(start);
    },
  };
}

/** A pattern has no use for aliases: without them it cannot be larger than it looks. */
function valueOf(document: Document.Parsed, refuse: Refuse): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 });
  } catch (error) {
    if (!(error instanceof ReferenceError)) throw error;
    throw refuse("found an alias, wanted none");
  }
}

/** Finds what only the members together show. */
function faultIn(
  { unit, blueprint, signature, body, test }: Pattern,
  formatter: TextFormatter,
): { readonly key: string; readonly found: string } | undefined {
  if (kindOf(unit) === undefined) {
    return {
      key: "unit",
      found:
        `found "${unit}", wanted the path of a computed field, an action, its guard, a hook or an endpoint`,
    };
  }
  if (withLogic(blueprint, unit, {}) === undefined) {
    return {
      key: "blueprint",
      found: `found nothing that "${unit}" could belong to`,
    };
  }
  if (!HEAD.test(signature)) {
    return {
      key: "signature",
      found: `found no head of an exported function, wanted one without a body`,
    };
  }
  const broken = (key: string, source: string) => {
    try {
      formatter.format(`${key}.ts`, source);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      return { key, found: `found no TypeScript: ${why}` };
    }
  };
  const expression = signature.slice("export ".length);
  return broken("signature", `${signature} {}\n`) ??
    // As an expression, so that a brace too many is none that ends it.
    broken("body", `void (${expression} {\n${body}\n});\n`) ??
    broken("test", test);
}

const KEYS: ReadonlySet<string> = new Set([
  "unit",
  "behavior",
  "blueprint",
  "signature",
  "body",
  "test",
]);

const HEAD = /^export (?:async )?function [a-zA-Z]\w*\(/;

const MAX_LENGTH = 65_536;
