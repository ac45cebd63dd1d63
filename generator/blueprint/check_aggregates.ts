/**
 * What the entities of a list come to: are there such fields, can they be counted by and added up, and is the path free?
 *
 * @module
 */
import { sameName } from "./access_rules.ts";
import type {
  AggregateBlueprint,
  EntityBlueprint,
  FieldBlueprint,
  GroupKeyBlueprint,
} from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";
import { reservedAction } from "./reserved_names.ts";
import { withArticle } from "./with_article.ts";

/** Checks the aggregates of one entity. */
export function checkAggregates(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const entries = Object.entries(entity.aggregates ?? {});
  if (entries.length === 0) return;
  checkPlace(name, entity, diagnostics);
  for (const [key, aggregate] of entries) {
    const place = {
      name,
      entity,
      at: `entities.${name}.aggregates.${key}`,
      diagnostics,
    };
    checkAggregateName(key, place);
    if (!diagnostics.hasErrorAt(`${place.at}.by`)) checkKeys(aggregate, place);
    for (const measure of MEASURES) checkMeasured(measure, aggregate, place);
  }
}

/** Reads a key: a member, or a date or time and how much of it counts. */
export function groupKey(
  key: GroupKeyBlueprint,
): { readonly member: string; readonly part?: string } {
  if (typeof key === "string") return { member: key };
  const [[member = "", part] = []] = Object.entries(key);
  return { member, part };
}

/** Lists what may stand alone or in a list. */
export function listed<T extends string | object>(
  value: T | readonly T[] | undefined,
): readonly T[] {
  return value === undefined ? [] : [value].flat() as T[];
}

interface Place {
  readonly name: string;
  readonly entity: EntityBlueprint;
  readonly at: string;
  readonly diagnostics: DiagnosticList;
}

function checkPlace(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const path = `entities.${name}.aggregates`;
  if (!(entity.operations?.includes("list") ?? true)) {
    diagnostics.error(
      "AC615",
      path,
      `Cannot tell what "${name}" comes to: found no operation "list", whose rules hold for it`,
      { at: "key", hint: 'add "list" to "operations"' },
    );
  }
}

function checkAggregateName(key: string, place: Place): void {
  const { entity, name, at, diagnostics } = place;
  const others = [
    ...Object.keys(entity.actions ?? {}).map((one) => ["action", one] as const),
    ...Object.keys(entity.marks ?? {}).map((one) => ["mark", one] as const),
    ...(entity.softDelete ? [["operation", "restore"] as const] : []),
    ...Object.keys(entity.aggregates ?? {})
      .slice(0, Object.keys(entity.aggregates ?? {}).indexOf(key))
      .map((one) => ["aggregate", one] as const),
  ];
  const other = others.find(([, one]) => sameName(one, key));
  const reason = other
    ? `found the ${other[0]} "${other[1]}"`
    : reservedAction(key);
  if (reason === undefined) return;
  diagnostics.error(
    "AC614",
    at,
    `Cannot use "${key}" as the name of an aggregate of "${name}": ${reason}`,
    { at: "key", hint: "choose another name" },
  );
}

function checkKeys(aggregate: AggregateBlueprint, place: Place): void {
  const { entity: { fields, relations = {} }, diagnostics } = place;
  const keys = listed(aggregate.by).map(groupKey);
  const single = !Array.isArray(aggregate.by);
  const known = [
    ...Object.keys(fields).filter((one) => unfitKey(fields[one]!) === ""),
    ...Object.keys(relations),
    ...SERVER_TIMES,
  ];
  const refuse = (at: string, reason: string, hint?: string) =>
    diagnostics.error(
      "AC612",
      at,
      `Cannot count "${place.name}" ${reason}`,
      {
        ...(hint === undefined ? {} : { hint }),
        ...(at.endsWith(".by") && !single ? { at: "key" } : {}),
      },
    );
  if (keys.length === 0) {
    refuse(`${place.at}.by`, "by nothing", `write "by: ${known[0]}"`);
  }
  keys.forEach(({ member, part }, index) => {
    const at = single ? `${place.at}.by` : `${place.at}.by[${index}]`;
    const field = Object.hasOwn(fields, member) ? fields[member] : undefined;
    const isTime = SERVER_TIMES.includes(member);
    const isKnown = field !== undefined || isTime ||
      Object.hasOwn(relations, member);
    if (!isKnown) {
      const near = nearName(member, known);
      return refuse(
        at,
        `by "${member}": found no such field or relation`,
        near ? `write "${near}"` : `they are ${known.join(", ")}`,
      );
    }
    const first = keys.findIndex((key) => key.member === member);
    const reason = first < index
      ? "found it twice"
      : ANSWERED.includes(member)
      ? "the answer has something else of that name"
      : unfitPart(isTime ? { type: "datetime" } : field, part);
    if (reason !== "") refuse(at, `by "${member}": ${reason}`);
  });
}

function unfitPart(
  field: Pick<FieldBlueprint, "type" | "writeOnly"> | undefined,
  part: string | undefined,
): string {
  const type = field?.type;
  const isTime = type === "date" || type === "datetime";
  if (part !== undefined && field !== undefined && !field.writeOnly) {
    if (!isTime) {
      return `found ${
        withArticle(type ?? "field")
      }, wanted a date or datetime to take the ${part} of`;
    }
    return PARTS.includes(part)
      ? ""
      : `found "${part}", wanted year, month or day`;
  }
  if (part !== undefined && field === undefined) {
    return "found a relation, wanted a date or datetime";
  }
  return type === "datetime" && !field?.writeOnly
    ? "found a datetime, wanted its year, month or day: { name: month }"
    : field === undefined
    ? ""
    : unfitKey(field);
}

function unfitKey(
  { type, writeOnly }: Pick<FieldBlueprint, "type" | "writeOnly">,
): string {
  if (type === undefined) return ""; // The reader has told why.
  if (writeOnly) return "it is writeOnly, and groups tell of it";
  return KEY_TYPES.includes(type)
    ? ""
    : `found ${
      withArticle(type)
    }, wanted an enum, boolean, string, integer or date`;
}

function checkMeasured(
  measure: typeof MEASURES[number],
  aggregate: AggregateBlueprint,
  { name, entity: { fields }, at: place, diagnostics }: Place,
): void {
  const names = listed(aggregate[measure]);
  const single = !Array.isArray(aggregate[measure]);
  const types = measure === "min" || measure === "max"
    ? [...NUMBERS, ...TIMES]
    : NUMBERS;
  const fit = Object.keys(fields).filter((one) =>
    !fields[one]!.writeOnly && types.includes(fields[one]!.type)
  );
  names.forEach((field, index) => {
    const known = Object.hasOwn(fields, field) ? fields[field] : undefined;
    const reason = known === undefined
      ? "found no such field"
      : known.writeOnly
      ? "it is writeOnly, and groups tell of it"
      : known.type !== undefined && !types.includes(known.type)
      ? `found ${withArticle(known.type)}, wanted ${
        types === NUMBERS ? "a number" : "a number, date or time"
      }`
      : names.indexOf(field) < index
      ? "found it twice"
      : "";
    if (reason === "") return;
    const near = known === undefined ? nearName(field, fit) : undefined;
    diagnostics.error(
      "AC613",
      `${place}.${measure}${single ? "" : `[${index}]`}`,
      `Cannot take the ${WORDS[measure]} of "${field}" of "${name}": ${reason}`,
      near
        ? { hint: `write "${near}"` }
        : fit.length > 0
        ? { hint: `those that fit are ${fit.join(", ")}` }
        : {},
    );
  });
}

const MEASURES = ["sum", "avg", "min", "max"] as const;
const WORDS = { sum: "sum", avg: "mean", min: "least", max: "greatest" };
const KEY_TYPES: readonly string[] = [
  "enum",
  "boolean",
  "string",
  "integer",
  "date",
];
const NUMBERS: readonly string[] = ["integer", "decimal", "number"];
const TIMES: readonly string[] = ["date", "datetime", "time"];
const SERVER_TIMES: readonly string[] = ["createdAt", "updatedAt"];
const PARTS: readonly string[] = ["year", "month", "day"];
/** What a group has beside its own values. */
const ANSWERED: readonly string[] = ["count", ...MEASURES];
