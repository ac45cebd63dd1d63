/**
 * Computed fields, and who reads and writes the others: can the expressions be worked out, and do the settings go together?
 *
 * @module
 */
import type { EntityBlueprint, FieldBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import {
  type Expression,
  type FieldReference,
  fieldsIn,
  parseExpression,
} from "./expression.ts";
import { nearName } from "./near_name.ts";
import { quoted } from "./quoted.ts";

/** Checks what one entity computes, and which of its fields are read only or write only. */
export function checkComputed(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const trees = new Map<string, Expression>();
  for (const [key, field] of Object.entries(entity.fields)) {
    const path = `entities.${name}.fields.${key}`;
    checkSettings(key, field, path, diagnostics);
    const { computed } = field;
    if (typeof computed !== "string") continue;
    const tree = readExpression(key, computed, path, diagnostics);
    if (tree === undefined) continue;
    const place = { name, entity, key, text: computed, path };
    for (const reference of fieldsIn(tree)) {
      checkReference(place, reference, diagnostics);
    }
    checkDivisions(place, tree, diagnostics);
    trees.set(key, tree);
  }
  checkCircles(name, trees, diagnostics);
  checkShown(name, entity, diagnostics);
}

/** Where an expression stands. */
interface ExpressionPlace {
  readonly name: string;
  readonly entity: EntityBlueprint;
  readonly key: string;
  readonly text: string;
  readonly path: string;
}

function checkSettings(
  key: string,
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const kind = field.computed !== undefined
    ? "computed"
    : field.readOnly
    ? "readOnly"
    : undefined;
  if (kind === undefined) return;
  const isLogic = typeof field.computed === "object";
  for (const setting of REFUSED[kind]) {
    if (isLogic && setting === "required") continue; // it returns something always
    const value = field[setting];
    if (value === undefined || value === false) continue;
    diagnostics.error(
      "AC540",
      `${path}.${setting}`,
      `Cannot use "${setting}" with "${kind}": no client sets "${key}"`,
      { at: "key", hint: "remove it" },
    );
  }
}

function readExpression(
  key: string,
  text: string,
  path: string,
  diagnostics: DiagnosticList,
): Expression | undefined {
  const read = parseExpression(text);
  if ("expression" in read) return read.expression;
  const { start, length, found, wanted } = read.fault;
  diagnostics.error(
    "AC541",
    `${path}.computed`,
    `Cannot compute "${key}": found ${found}, wanted ${wanted}`,
    {
      within: { text, start, length },
      hint: "write numbers, own fields, + - * / and parentheses",
    },
  );
}

function checkReference(
  { name, entity, key, text, path }: ExpressionPlace,
  { name: field, start, length }: FieldReference,
  diagnostics: DiagnosticList,
): void {
  const at = `${path}.computed`;
  const within = { text, start, length };
  const found = Object.hasOwn(entity.fields, field)
    ? entity.fields[field]
    : undefined;
  if (found === undefined) {
    const numbers = Object.keys(entity.fields)
      .filter((one) => one !== key && isNumber(entity.fields[one]));
    const near = nearName(field, numbers);
    diagnostics.error(
      "AC542",
      at,
      `Cannot compute "${key}": found no field ${quoted(field)} of "${name}"`,
      {
        within,
        meant: near,
        hint: numbers.length === 0
          ? "add it: { type: decimal }"
          : `its numbers are ${numbers.join(", ")}`,
      },
    );
  } else if (!isNumber(found)) {
    diagnostics.error(
      "AC543",
      at,
      `Cannot compute "${key}": found "${field}" of the type "${found.type}", wanted an integer, decimal or number`,
      { within },
    );
  } else if (found.writeOnly && !entity.fields[key]?.writeOnly) {
    diagnostics.error(
      "AC546",
      at,
      `Cannot compute "${key}": found "${field}", which no answer may show`,
      { within, hint: `add writeOnly: true to "${key}", too` },
    );
  }
}

function checkDivisions(
  place: ExpressionPlace,
  tree: Expression,
  diagnostics: DiagnosticList,
): void {
  if (tree.kind === "number" || tree.kind === "field") return;
  if (tree.kind === "negative") {
    checkDivisions(place, tree.of, diagnostics);
    return;
  }
  checkDivisions(place, tree.left, diagnostics);
  checkDivisions(place, tree.right, diagnostics);
  if (tree.kind !== "/" || !isZero(tree.right)) return;
  const { start, length } = tree.right;
  diagnostics.error(
    "AC544",
    `${place.path}.computed`,
    `Cannot compute "${place.key}": found a division by zero`,
    { within: { text: place.text, start, length } },
  );
}

function isZero(tree: Expression): boolean {
  return tree.kind === "number" && tree.value === 0 ||
    tree.kind === "negative" && isZero(tree.of);
}

function checkCircles(
  name: string,
  trees: ReadonlyMap<string, Expression>,
  diagnostics: DiagnosticList,
): void {
  const told = new Set<string>();
  for (const key of trees.keys()) {
    const circle = circleFrom(key, trees);
    if (circle === undefined || told.has(key)) continue;
    for (const one of circle) told.add(one);
    diagnostics.error(
      "AC545",
      `entities.${name}.fields.${key}.computed`,
      `Cannot compute "${key}": found that it follows from itself (${
        [...circle, key].join(" → ")
      })`,
    );
  }
}

/** Finds how a field leads to itself; the fields on the way, itself first. */
function circleFrom(
  key: string,
  trees: ReadonlyMap<string, Expression>,
): readonly string[] | undefined {
  const seen = new Set<string>();
  const search = (at: string, way: readonly string[]): string[] | undefined => {
    const tree = trees.get(at);
    for (const { name } of tree ? fieldsIn(tree) : []) {
      if (name === key) return [...way, at];
      if (seen.has(name)) continue;
      seen.add(name);
      const found = search(name, [...way, at]);
      if (found) return found;
    }
  };
  return search(key, []);
}

/** What no answer shows must not be told by a conflict, a path or another field. */
function checkShown(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const told = (field: string, path: string, by: string) => {
    const found = Object.hasOwn(entity.fields, field)
      ? entity.fields[field]
      : undefined;
    if (!found?.writeOnly) return;
    diagnostics.error(
      "AC546",
      path,
      `Cannot use "${field}" ${by}: found it write-only, so no answer may tell it`,
      { hint: 'remove "writeOnly" from the field, or leave it out here' },
    );
  };
  const at = `entities.${name}`;
  for (const [key, field] of Object.entries(entity.fields)) {
    const path = `${at}.fields.${key}`;
    if (field.from) told(field.from, `${path}.from`, "in a slug");
    if (field.unique) told(key, `${path}.unique`, "as a unique field");
    if (field.writeOnly && field.readOnly) {
      told(key, `${path}.readOnly`, "as a read-only field");
    }
  }
  [entity.order ?? []].flat().forEach((sort) =>
    told(sort.replace(/^-/, ""), `${at}.order`, "to sort lists by")
  );
  if (entity.key) told(entity.key, `${at}.key`, "in paths");
  for (const [index, members] of (entity.unique ?? []).entries()) {
    members.forEach((member, place) =>
      told(member, `${at}.unique[${index}][${place}]`, "in a unique list")
    );
  }
}

function isNumber(field: FieldBlueprint | undefined): boolean {
  return field !== undefined && NUMBERS.includes(field.type);
}

const NUMBERS: readonly string[] = ["integer", "decimal", "number"];
const REFUSED = {
  readOnly: ["required", "immutable"],
  computed: [
    "required",
    "unique",
    "immutable",
    "default",
  ],
} as const satisfies Record<string, readonly (keyof FieldBlueprint)[]>;
