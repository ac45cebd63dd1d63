/**
 * Reads single values by the shapes of the language.
 *
 * @module
 */
import { checkName } from "./check_name.ts";
import { withArticle } from "./with_article.ts";
import { adviceFor, describeLater } from "./diagnostic_codes.ts";
import type { DiagnosticList, SourcePlace } from "./diagnostic_list.ts";
import { nearWord } from "./near_name.ts";
import { forbiddenCharacter, quoted, visible } from "./quoted.ts";
import type {
  ChoiceShape,
  EitherShape,
  ListShape,
  NamedShape,
  NumberShape,
  ObjectShape,
  RecordShape,
  Shape,
  TextShape,
} from "./shape.ts";
import type { SourceNode } from "./source_tree.ts";

/** What reading adds to. */
export interface ShapeReading {
  /** Takes the findings. */
  readonly diagnostics: DiagnosticList;
  /** Takes where each path stands. */
  readonly positions: Map<string, SourcePlace>;
}

/** Reads a single value; what does not fit is reported and gives undefined. */
export function readScalar(
  node: SourceNode,
  shape: Exclude<
    Shape,
    ObjectShape | RecordShape | ListShape | NamedShape | EitherShape
  >,
  path: string,
  reading: ShapeReading,
): unknown {
  if (node.kind !== "scalar") {
    return wrongKind(node, WANTED[shape.kind], path, reading);
  }
  const { value } = node;
  switch (shape.kind) {
    case "boolean":
      return typeof value === "boolean"
        ? value
        : wrongKind(node, WANTED.boolean, path, reading, flagHint(value));
    case "number":
      return readNumber(node, value, shape, path, reading);
    case "bound":
      return typeof value === "string" && /^P/.test(value)
        ? readText(node, value, DURATION_TEXT, path, reading)
        : readNumber(node, value, LITERAL_NUMBER, path, reading);
    case "literal":
      if (typeof value === "string") {
        return readText(node, value, LITERAL_TEXT, path, reading);
      }
      if (typeof value === "number") {
        return readNumber(node, value, LITERAL_NUMBER, path, reading);
      }
      return value;
  }
  if (typeof value !== "string") {
    const hint = shape.kind === "text" && value !== null
      ? `put it in quotes: "${value}"`
      : undefined;
    return wrongKind(node, WANTED[shape.kind], path, reading, hint);
  }
  if (shape.kind === "choice") return readChoice(value, shape, path, reading);
  if (shape.kind === "text") return readText(node, value, shape, path, reading);
  return checkName(value, shape.rule, path, reading.diagnostics, "value")
    ? value
    : undefined;
}

function readNumber(
  node: SourceNode,
  value: unknown,
  shape: NumberShape,
  path: string,
  reading: ShapeReading,
): number | undefined {
  if (typeof value !== "number") {
    return wrongKind(node, "a number", path, reading);
  }
  const { min, max } = shape;
  const exact = Number.isFinite(value) &&
    (!Number.isInteger(value) || Number.isSafeInteger(value));
  const fits = exact && (!shape.whole || Number.isInteger(value)) &&
    value >= (min ?? -Infinity) && value <= (max ?? Infinity);
  if (fits) return value;
  const range = min !== undefined && max !== undefined
    ? ` from ${min} to ${max}`
    : exact
    ? ""
    : " that is exact (at most 9007199254740991)";
  reading.diagnostics.error(
    "AC303",
    path,
    `Cannot use ${value} as ${quoted(path)}: wanted a ${
      shape.whole ? "whole " : ""
    }number${range}`,
  );
}

function readText(
  node: SourceNode,
  value: string,
  shape: TextShape,
  path: string,
  reading: ShapeReading,
): string | undefined {
  const forbidden = forbiddenCharacter(value, shape.multiline ?? false);
  if (forbidden !== undefined) {
    reading.diagnostics.error(
      "AC107",
      path,
      `Cannot use the text of ${quoted(path)}: found the character ${
        visible(forbidden)
      }, wanted none that is invisible`,
      { position: node.position, hint: "remove the character" },
    );
    return undefined;
  }
  if (value.length > shape.maxLength) {
    reading.diagnostics.error(
      "AC304",
      path,
      `Cannot use the text of ${
        quoted(path)
      }: found ${value.length} characters, wanted at most ${shape.maxLength}`,
    );
    return undefined;
  }
  if (shape.form && !new RegExp(shape.form.pattern).test(value)) {
    reading.diagnostics.error(
      "AC301",
      path,
      `Cannot use ${quoted(value)} as ${
        quoted(path)
      }: wanted ${shape.form.wanted}`,
    );
    return undefined;
  }
  return value;
}

function readChoice(
  value: string,
  shape: ChoiceShape,
  path: string,
  reading: ShapeReading,
): string | undefined {
  if (shape.values.includes(value)) return value;
  const later = shape.later ?? {};
  const known = Object.keys(later).find((word) =>
    word.toLowerCase() === value.toLowerCase().replace(/[\s_-]/g, "")
  );
  if (known !== undefined) {
    const code = later[known] ?? "AC909";
    reading.diagnostics.error(
      code,
      path,
      `Cannot use ${quoted(value)} as ${withArticle(shape.of)}: ${
        describeLater(code)
      }`,
      { hint: adviceFor(code) },
    );
    return undefined;
  }
  const near = nearWord(value, shape.values, shape.synonyms);
  reading.diagnostics.error(
    "AC302",
    path,
    `Cannot use ${quoted(value)} as ${
      withArticle(shape.of)
    }: found no such ${shape.of}`,
    {
      meant: near,
      hint: `use one of ${shape.values.join(", ")}`,
    },
  );
  return undefined;
}

/** Reports a node of another kind than wanted. */
export function wrongKind(
  node: SourceNode,
  wanted: string,
  path: string,
  reading: ShapeReading,
  hint?: string,
): undefined {
  reading.diagnostics.error(
    node.kind === "scalar" ? "AC301" : "AC112",
    path,
    `Cannot use ${quoted(path === "" ? "the blueprint" : path)}: found ${
      describeNode(node)
    }, wanted ${wanted}`,
    { position: node.position, ...(hint ? { hint } : {}) },
  );
  return undefined;
}

/** What stands for true and false elsewhere. */
function flagHint(value: unknown): string | undefined {
  if (/^(yes|on|y|true|1)$/i.test(String(value))) return "write true";
  return /^(no|off|n|false|0)$/i.test(String(value))
    ? "write false"
    : undefined;
}

function describeNode(node: SourceNode): string {
  if (node.kind === "mapping") return "a mapping";
  if (node.kind === "list") return "a list";
  if (typeof node.value === "string") return `the text ${quoted(node.value)}`;
  return node.value === null
    ? "nothing"
    : `the ${typeof node.value} ${node.value}`;
}

const WANTED = {
  boolean: "true or false",
  bound: "a number",
  choice: "a text",
  literal: "a text, a number, true, false or null",
  name: "a text",
  number: "a number",
  text: "a text",
} as const;

const LITERAL_TEXT: TextShape = {
  kind: "text",
  maxLength: 10_000,
  multiline: true,
};

const DURATION_TEXT: TextShape = { kind: "text", maxLength: 100 };

const LITERAL_NUMBER: NumberShape = { kind: "number", whole: false };
