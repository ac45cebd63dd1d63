/**
 * Reads a source tree by the shapes of the language: what does not fit is reported where it stands.
 *
 * @module
 */
import { camelCase } from "./spelling.ts";
import { checkName } from "./check_name.ts";
import { adviceFor, describeLater } from "./diagnostic_codes.ts";
import { nearWord } from "./near_name.ts";
import { quoted, visible } from "./quoted.ts";
import { readScalar, type ShapeReading, wrongKind } from "./read_scalar.ts";
import type {
  ListShape,
  NamedShape,
  ObjectShape,
  RecordShape,
  Shape,
} from "./shape.ts";
import type { SourceEntry, SourceMap, SourceNode } from "./source_tree.ts";

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
    case "named":
      return readNamed(node, shape, path, reading);
    case "either":
      return readShape(
        node,
        node.kind === "mapping" ? shape.object : shape.text,
        path,
        reading,
      );
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
  if (shape.orFlag && node.kind === "scalar") {
    if (node.value === true) return {};
    if (node.value === false) return undefined;
  }
  if (node.kind !== "mapping") {
    const wanted = shape.orFlag ? "true or a mapping" : "a mapping";
    const hint = bareHint(node, shape);
    return wrongKind(node, `${wanted} (${shape.of})`, path, reading, hint);
  }
  const result: Record<string, unknown> = {};
  const blank = new Map<string, SourceEntry>();
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
    const isEmpty = isBlank(entry, spec.shape);
    const value = isEmpty
      ? blankOf(spec.shape)
      : readShape(entry.value, spec.shape, childPath, reading);
    if (value !== undefined) result[key] = value;
    else if (isEmpty) blank.set(key, entry);
  }
  reportMissing(node, shape, path, reading, blank);
  return result;
}

/** `dueAt: datetime`: the one word that has to be said, without the mapping around it. */
function bareHint(node: SourceNode, { keys }: ObjectShape): string | undefined {
  const [only, more] = Object.entries(keys).filter(([, spec]) =>
    spec?.required
  );
  if (node.kind !== "scalar" || only === undefined || more) return undefined;
  const [key, spec] = only;
  if (spec?.shape.kind !== "choice") return undefined;
  const word = String(node.value);
  const { values, synonyms = {} } = spec.shape;
  const meant = values.includes(word) ? word : synonyms[word.toLowerCase()];
  return meant === undefined ? undefined : `write { ${key}: ${meant} }`;
}

function isBlank(entry: SourceEntry, shape: Shape): boolean {
  return entry.value.kind === "scalar" && entry.value.value === null &&
    shape.kind !== "literal" && shape.kind !== "bound";
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
  for (const key of [entry.key, camelCase(entry.key)]) {
    if (Object.hasOwn(shape.keys, key)) return key;
    if (shape.later && Object.hasOwn(shape.later, key)) {
      const code = shape.later[key] ?? "AC909";
      reading.diagnostics.error(
        code,
        path,
        `Cannot use ${quoted(entry.key)} in ${shape.of}: ${
          describeLater(code)
        }`,
        { position: entry.keyPosition, hint: adviceFor(code) },
      );
      return undefined;
    }
  }
  const near = nearWord(entry.key, Object.keys(shape.keys), shape.synonyms);
  reading.diagnostics.error(
    "AC110",
    path,
    `Cannot use ${quoted(entry.key)} in ${shape.of}: found an unknown key`,
    {
      position: entry.keyPosition,
      meant: near,
      hint: `the keys are ${Object.keys(shape.keys).join(", ")}`,
    },
  );
  return undefined;
}

function reportMissing(
  node: SourceMap,
  shape: ObjectShape,
  path: string,
  reading: ShapeReading,
  blank: ReadonlyMap<string, SourceEntry>,
): void {
  for (const [key, spec] of Object.entries(shape.keys)) {
    const childPath = path === "" ? key : `${path}.${key}`;
    const empty = blank.get(key);
    if (!spec.required || !empty && reading.positions.has(childPath)) continue;
    const found = empty ? `nothing behind "${key}"` : `no "${key}"`;
    reading.diagnostics.error(
      "AC111",
      path,
      `Cannot use ${visible(path)} as ${shape.of}: found ${found}`,
      {
        position: empty?.keyPosition ?? reading.positions.get(path)?.key ??
          node.position,
        lacks: key,
        hint: `${empty ? "write" : "add"} "${key}": ${lowerFirst(spec.doc)}`,
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

function readNamed(
  node: SourceNode,
  shape: NamedShape,
  path: string,
  reading: ShapeReading,
): unknown {
  const text: Shape = { kind: "text", maxLength: shape.maxLength };
  if (node.kind === "scalar") return readScalar(node, text, path, reading);
  if (node.kind !== "mapping" || node.entries.length !== 1) {
    const wanted = "a name, or one name and what it stands for";
    return wrongKind(node, wanted, path, reading);
  }
  return readRecord(
    node,
    { kind: "record", names: shape.names, value: text, maxItems: 1 },
    path,
    reading,
  );
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

function place(entry: SourceEntry, path: string, reading: ShapeReading): void {
  const { keyPosition: key, value: { position: value } } = entry;
  const { block, flow } = entry.value.kind === "scalar" ? entry.value : {};
  reading.positions.set(path, {
    key,
    value,
    ...(block ? { block } : {}),
    ...(flow === undefined ? {} : { flow }),
  });
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}
