/**
 * Reads a source tree by the shapes of the language: what does not fit is reported where it stands.
 *
 * @module
 */
import { checkName, withArticle } from "./check_name.ts";
import type { DiagnosticList, SourcePlace } from "./diagnostic_list.ts";
import { describeLater } from "./diagnostic_codes.ts";
import { nearName } from "./near_name.ts";
import { forbiddenCharacter, quoted, visible } from "./quoted.ts";
import type {
  ChoiceShape,
  ListShape,
  NumberShape,
  ObjectShape,
  RecordShape,
  Shape,
  TextShape,
} from "./shape.ts";
import type { SourceEntry, SourceMap, SourceNode } from "./source_tree.ts";

/** What reading adds to. */
export interface ShapeReading {
  /** Takes the findings. */
  readonly diagnostics: DiagnosticList;
  /** Takes where each path stands. */
  readonly positions: Map<string, SourcePlace>;
}

/**
 * Reads a node by a shape into plain data. What does not fit is reported and left out; `undefined` when nothing is
 * left.
 */
export function readShape(
  node: SourceNode,
  shape: Shape,
  path: string,
  reading: ShapeReading,
): unknown {
  switch (shape.kind) {
    case "object":
      return readObject(node, shape, path, reading);
    case "record":
      return readRecord(node, shape, path, reading);
    case "list":
      return readList(node, shape, path, reading);
    default:
      return readScalar(node, shape, path, reading);
  }
}

function readObject(
  node: SourceNode,
  shape: ObjectShape,
  path: string,
  reading: ShapeReading,
): unknown {
  if (node.kind !== "mapping") {
    return wrongKind(node, `a mapping (${shape.of})`, path, reading);
  }
  const result: Record<string, unknown> = {};
  for (const entry of node.entries) {
    const key = knownKey(entry, shape, path, reading);
    if (key === undefined) continue;
    const childPath = path === "" ? key : `${path}.${key}`;
    if (reading.positions.has(childPath)) {
      reading.diagnostics.error(
        "AC102",
        childPath,
        `Cannot use the key ${
          quoted(entry.key)
        } twice: found "${key}" in two spellings`,
        { position: entry.keyPosition, hint: "remove one of the two" },
      );
      continue;
    }
    place(entry, childPath, reading);
    const spec = shape.keys[key];
    if (!spec) continue;
    const value = isBlank(entry, spec.shape)
      ? blankOf(spec.shape)
      : readShape(entry.value, spec.shape, childPath, reading);
    if (value !== undefined) result[key] = value;
  }
  reportMissing(node, shape, path, reading);
  return result;
}

function isBlank(entry: SourceEntry, shape: Shape): boolean {
  return entry.value.kind === "scalar" && entry.value.value === null &&
    shape.kind !== "literal";
}

/** `fields:` with nothing behind it is an empty mapping, `bindings:` no list yet: how people write while they work. */
function blankOf(shape: Shape): unknown {
  return shape.kind === "record" ? {} : undefined;
}

function knownKey(
  entry: SourceEntry,
  shape: ObjectShape,
  path: string,
  reading: ShapeReading,
): string | undefined {
  const camel = entry.key.replace(
    /_([a-z])/g,
    (_, letter: string) => letter.toUpperCase(),
  );
  for (const key of [entry.key, camel]) {
    if (Object.hasOwn(shape.keys, key)) return key;
    if (shape.later && Object.hasOwn(shape.later, key)) {
      const code = shape.later[key] ?? "AC909";
      reading.diagnostics.error(
        code,
        path,
        `Cannot use ${quoted(entry.key)} in ${shape.of}: ${
          describeLater(code)
        }`,
        { position: entry.keyPosition },
      );
      return undefined;
    }
  }
  const near = nearName(entry.key, Object.keys(shape.keys));
  reading.diagnostics.error(
    "AC110",
    path,
    `Cannot use ${quoted(entry.key)} in ${shape.of}: found an unknown key`,
    {
      position: entry.keyPosition,
      hint: near
        ? `write "${near}"`
        : `the keys are ${Object.keys(shape.keys).join(", ")}`,
    },
  );
  return undefined;
}

function reportMissing(
  node: SourceMap,
  shape: ObjectShape,
  path: string,
  reading: ShapeReading,
): void {
  for (const [key, spec] of Object.entries(shape.keys)) {
    const childPath = path === "" ? key : `${path}.${key}`;
    if (!spec.required || reading.positions.has(childPath)) continue;
    reading.diagnostics.error(
      "AC111",
      path,
      `Cannot use ${visible(path)} as ${shape.of}: found no "${key}"`,
      {
        position: reading.positions.get(path)?.key ?? node.position,
        hint: `add "${key}": ${lowerFirst(spec.doc)}`,
      },
    );
  }
}

function readRecord(
  node: SourceNode,
  shape: RecordShape,
  path: string,
  reading: ShapeReading,
): unknown {
  if (node.kind !== "mapping") {
    const wanted = `a mapping by ${shape.names.of} name`;
    return wrongKind(node, wanted, path, reading);
  }
  if (tooMany(node.entries.length, shape.maxItems, path, reading)) return;
  const result: Record<string, unknown> = {};
  for (const entry of node.entries) {
    const childPath = `${path}.${entry.key}`;
    place(entry, childPath, reading);
    // A key such as __proto__ fails here, so that it never becomes a property.
    if (!checkName(entry.key, shape.names, childPath, reading.diagnostics)) {
      continue;
    }
    const value = readShape(
      valueOf(entry, shape),
      shape.value,
      childPath,
      reading,
    );
    if (value !== undefined) result[entry.key] = value;
  }
  return result;
}

/** `task_store:` with nothing behind it stands for a component without details. */
function valueOf(entry: SourceEntry, shape: RecordShape): SourceNode {
  const { value } = entry;
  return shape.value.kind === "object" && value.kind === "scalar" &&
      value.value === null
    ? { kind: "mapping", entries: [], position: entry.keyPosition }
    : value;
}

function readList(
  node: SourceNode,
  shape: ListShape,
  path: string,
  reading: ShapeReading,
): unknown {
  if (node.kind !== "list") {
    return shape.orSingle
      ? readShape(node, shape.item, path, reading)
      : wrongKind(node, "a list", path, reading);
  }
  if (tooMany(node.items.length, shape.maxItems, path, reading)) return;
  const result: unknown[] = [];
  node.items.forEach((item, index) => {
    const childPath = `${path}[${index}]`;
    reading.positions.set(childPath, { value: item.position });
    const value = readShape(item, shape.item, childPath, reading);
    if (value !== undefined) result.push(value);
  });
  return result;
}

function readScalar(
  node: SourceNode,
  shape: Exclude<Shape, ObjectShape | RecordShape | ListShape>,
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
        : wrongKind(node, "true or false", path, reading);
    case "number":
      return readNumber(node, value, shape, path, reading);
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
    return wrongKind(node, WANTED[shape.kind], path, reading);
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
    );
    return undefined;
  }
  const synonyms = shape.synonyms ?? {};
  const near = Object.hasOwn(synonyms, value.toLowerCase())
    ? synonyms[value.toLowerCase()]
    : nearName(value, shape.values);
  reading.diagnostics.error(
    "AC302",
    path,
    `Cannot use ${quoted(value)} as ${
      withArticle(shape.of)
    }: found no such ${shape.of}`,
    {
      hint: near ? `write "${near}"` : `use one of ${shape.values.join(", ")}`,
    },
  );
  return undefined;
}

function tooMany(
  found: number,
  limit: number,
  path: string,
  reading: ShapeReading,
): boolean {
  if (found <= limit) return false;
  reading.diagnostics.error(
    "AC305",
    path,
    `Cannot use ${
      quoted(path)
    }: found ${found} entries, wanted at most ${limit}`,
    { at: "key" },
  );
  return true;
}

function wrongKind(
  node: SourceNode,
  wanted: string,
  path: string,
  reading: ShapeReading,
): undefined {
  const hint = node.kind === "scalar" && typeof node.value !== "string" &&
      node.value !== null && wanted === "a text"
    ? `put it in quotes: "${node.value}"`
    : undefined;
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

function describeNode(node: SourceNode): string {
  if (node.kind === "mapping") return "a mapping";
  if (node.kind === "list") return "a list";
  if (typeof node.value === "string") return `the text ${quoted(node.value)}`;
  return node.value === null
    ? "nothing"
    : `the ${typeof node.value} ${node.value}`;
}

function place(entry: SourceEntry, path: string, reading: ShapeReading): void {
  reading.positions.set(path, {
    key: entry.keyPosition,
    value: entry.value.position,
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}

const WANTED = {
  boolean: "true or false",
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

const LITERAL_NUMBER: NumberShape = { kind: "number", whole: false };
