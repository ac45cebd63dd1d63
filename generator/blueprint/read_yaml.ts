/**
 * Reads YAML 1.2 (core schema) into a {@link SourceNode}, refusing what a blueprint has no use for: tags,
 * directives, several documents, many aliases, deep nesting and very large texts.
 *
 * @module
 */
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
  type YAMLMap,
} from "yaml";
import type { SourcePosition } from "../diagnostic.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { readFlowText } from "./flow_text.ts";
import { quoted, visible } from "./quoted.ts";
import type { SourceEntry, SourceNode } from "./source_tree.ts";

/** Largest text that is read, in UTF-16 code units. */
export const MAX_TEXT_LENGTH = 1_048_576;

/** Reads a text; undefined when an error was reported. */
export function readYaml(
  text: string,
  diagnostics: DiagnosticList,
): SourceNode | undefined {
  const top: SourcePosition = { line: 1, column: 1 };
  if (text.length > MAX_TEXT_LENGTH) {
    diagnostics.error(
      "AC103",
      "",
      `Cannot read the blueprint: found ${text.length} characters, wanted at most ${MAX_TEXT_LENGTH}`,
      { position: top },
    );
    return undefined;
  }
  const lines = new LineCounter();
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false, // takes quadratic time; done below
    prettyErrors: false,
    logLevel: "error", // "silent" would hide a second document
    lineCounter: lines,
  });
  const reading: Reading = {
    text,
    document,
    lines,
    diagnostics,
    nodes: 0,
    aliases: 0,
  };
  if (document.errors.length > 0) {
    reportErrors(document.errors, reading);
    return undefined;
  }
  if (document.directives?.yaml.explicit) {
    return refuse("AC109", top, "a %YAML directive", reading);
  }
  const root = document.contents;
  if (root === null || (isScalar(root) && root.value === null)) {
    diagnostics.error(
      "AC108",
      "",
      "Cannot read the blueprint: found nothing in it",
      { position: top, hint: "begin with `system: my_system` and `entities:`" },
    );
    return undefined;
  }
  return readNode(root, reading, 0);
}

interface Reading {
  readonly text: string;
  readonly document: Document;
  readonly lines: LineCounter;
  readonly diagnostics: DiagnosticList;
  nodes: number;
  aliases: number;
}

/** The parser tells some errors several times, and what follows from the worst. */
function reportErrors(errors: readonly YAMLError[], reading: Reading): void {
  const distinct = [
    ...new Map(errors.map((error) => [`${error.pos[0]} ${error.code}`, error]))
      .values(),
  ];
  const worst = distinct.find((error) => Object.hasOwn(FOUND, error.code));
  for (const error of worst ? [worst] : distinct.slice(0, MAX_SYNTAX_ERRORS)) {
    reportSyntax(error, reading);
  }
}

function reportSyntax(error: YAMLError, reading: Reading): void {
  const code = SYNTAX_CODES[error.code] ?? "AC101";
  const [start, end] = error.pos;
  const hint = SYNTAX_HINTS[error.code];
  reading.diagnostics.error(
    code,
    "",
    FOUND[error.code] ?? `Cannot read the YAML: ${inOurManner(error.message)}`,
    {
      position: positionOf(start, end, reading),
      ...(hint ? { hint } : {}),
    },
  );
}

/** The parser's message in our manner: small first letter, no full stop, source text made visible. */
function inOurManner(message: string): string {
  const line = visible(message);
  return line.charAt(0).toLowerCase() + line.slice(1);
}

function readNode(
  node: unknown,
  reading: Reading,
  depth: number,
): SourceNode | undefined {
  if (isAlias(node)) {
    const position = nodePosition(node, reading);
    // Resolving one takes time in the size of the text.
    const target = ++reading.aliases > MAX_ALIASES || depth > MAX_DEPTH
      ? undefined
      : node.resolve(reading.document);
    if (!target) {
      return refuse("AC105", position, "aliases that lead too far", reading);
    }
    const resolved = readNode(target, reading, depth + 1);
    if (resolved?.kind !== "scalar") {
      return resolved ? { ...resolved, position } : undefined;
    }
    // What is written stands elsewhere.
    const { flow: _, ...scalar } = resolved;
    return { ...scalar, position };
  }
  if (!isMap(node) && !isSeq(node) && !isScalar(node)) {
    // An entry without a value, such as `a:` at the end of a flow mapping.
    return { kind: "scalar", value: null, position: { line: 1, column: 1 } };
  }
  const position = nodePosition(node, reading);
  if (depth > MAX_DEPTH) {
    return refuse("AC104", position, `more than ${MAX_DEPTH} levels`, reading);
  }
  if (++reading.nodes > MAX_NODES) {
    return refuse("AC105", position, `more than ${MAX_NODES} values`, reading);
  }
  if (node.tag !== undefined) {
    return refuse("AC109", position, `the tag ${quoted(node.tag)}`, reading);
  }
  if (isMap(node)) return readMap(node, position, reading, depth);
  if (isSeq(node)) {
    const items: SourceNode[] = [];
    for (const child of node.items) {
      const item = readNode(child, reading, depth + 1);
      if (!item) return undefined;
      items.push(item);
    }
    return { kind: "list", items, position };
  }
  const value = node.value;
  if (
    value === null || typeof value === "string" || typeof value === "number" ||
    typeof value === "boolean"
  ) {
    const block = node.type === "BLOCK_LITERAL"
      ? blockPosition(node, reading)
      : undefined;
    const flow = typeof value === "string"
      ? flowOf(node, value, reading)
      : undefined;
    return {
      kind: "scalar",
      value,
      position,
      ...(block ? { block } : {}),
      ...(flow === undefined ? {} : { flow }),
    };
  }
  return refuse("AC101", position, "a value of no known kind", reading);
}

function readMap(
  node: YAMLMap,
  position: SourcePosition,
  reading: Reading,
  depth: number,
): SourceNode | undefined {
  const entries: SourceEntry[] = [];
  const seen = new Map<string, SourcePosition>();
  for (const pair of node.items) {
    const key = readNode(pair.key, reading, depth + 1);
    if (!key) return undefined;
    if (key.kind !== "scalar" || key.value === null) {
      return refuse("AC101", key.position, "a key that is no text", reading);
    }
    const name = String(key.value);
    if (name === "<<") {
      const hint =
        "write the keys out, or let an alias stand for a whole value";
      return refuse("AC109", key.position, "a merge key", reading, hint);
    }
    const first = seen.get(name);
    if (first) {
      reading.diagnostics.error(
        "AC102",
        "",
        `Cannot use the key ${
          quoted(name)
        } twice: found it on line ${first.line} already`,
        { position: key.position, hint: "remove one of the two" },
      );
      continue;
    }
    seen.set(name, key.position);
    const value = pair.value === null
      ? { kind: "scalar", value: null, position: key.position } as const
      : readNode(pair.value, reading, depth + 1);
    if (!value) return undefined;
    entries.push({ key: name, keyPosition: key.position, value });
  }
  return { kind: "mapping", entries, position };
}

function refuse(
  code: string,
  position: SourcePosition,
  found: string,
  reading: Reading,
  hint?: string,
): undefined {
  reading.diagnostics.error(
    code,
    "",
    `Cannot read the blueprint: found ${found}`,
    { position, ...(hint ? { hint } : {}) },
  );
  return undefined;
}

function nodePosition(node: Node, reading: Reading): SourcePosition {
  const [start, end] = node.range ?? [0, 1];
  return positionOf(start, end, reading);
}

/** What is written for a text on one line; undefined for others, and where it is not exactly known what stands where. */
function flowOf(
  node: Node,
  value: string,
  { text }: Reading,
): string | undefined {
  const [start, end] = node.range ?? [0, 0];
  const written = text.slice(start, end);
  return !/[\r\n]/.test(written) && readFlowText(written)?.value === value
    ? written
    : undefined;
}

/** Finds the first character of a literal block: behind the indentation, on the line below its `|`. */
function blockPosition(node: Node, reading: Reading): SourcePosition {
  const [start, end] = node.range ?? [0, 0];
  const lines = reading.text.slice(start, end).split("\n").slice(1);
  const filled = lines.find((line) => line.trim() !== "") ?? "";
  const written = /^\|[+-]?([1-9])/.exec(reading.text.slice(start));
  const indent = filled.length - filled.trimStart().length;
  const deepest = written
    ? Math.min(indent, parentIndent(start, reading) + Number(written[1]))
    : indent;
  const { line } = positionOf(start, start, reading);
  return { line: line + 1, column: deepest + 1 };
}

/** How far the line is indented on which a block's `|` stands. */
function parentIndent(start: number, { text }: Reading): number {
  const line = text.slice(text.lastIndexOf("\n", start - 1) + 1, start);
  return line.length - line.trimStart().length;
}

function positionOf(
  start: number,
  end: number,
  reading: Reading,
): SourcePosition {
  const from = reading.lines.linePos(start);
  const to = reading.lines.linePos(end);
  const length = to.line === from.line ? Math.max(1, to.col - from.col) : 1;
  return {
    line: Math.max(1, from.line),
    column: Math.max(1, from.col),
    length,
  };
}

const MAX_SYNTAX_ERRORS = 3;
const MAX_DEPTH = 16;
const MAX_NODES = 100_000;
const MAX_ALIASES = 100;

const SYNTAX_CODES: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "AC106",
  DUPLICATE_KEY: "AC102",
  RESOURCE_EXHAUSTION: "AC104",
  TAG_RESOLVE_FAILED: "AC109",
};

/** What is said in words of ours; it stands for all that follows from it. */
const FOUND: Readonly<Record<string, string>> = {
  MULTIPLE_DOCS: "Cannot read the blueprint: found several documents",
  RESOURCE_EXHAUSTION: "Cannot read the blueprint: found too many levels",
};

const SYNTAX_HINTS: Readonly<Record<string, string>> = {
  BAD_INDENT: "line up the keys of one level, and close every bracket",
  BLOCK_AS_IMPLICIT_KEY: 'put a text that has ": " in it in quotes',
  KEY_OVER_1024_CHARS: "close the bracket or quote",
  MISSING_CHAR: "close the bracket or quote",
  MULTIPLE_DOCS: "write one blueprint a file",
  MULTILINE_IMPLICIT_KEY: "put a text of several lines in quotes",
  TAB_AS_INDENT: "indent with spaces",
  TAG_RESOLVE_FAILED: "remove the tag, or put the text in quotes",
};
