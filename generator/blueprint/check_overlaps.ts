/**
 * What entities may not both take: do the fields exist, have they an order, and is there anything to take?
 *
 * @module
 */
import type {
  EntityBlueprint,
  FieldBlueprint,
  FieldType,
  Literal,
  NoOverlapBlueprint,
} from "./blueprint.ts";
import { asList } from "./check_actions.ts";
import { literal } from "./check_field.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { misfit } from "./fits_field.ts";
import { nearName } from "./near_name.ts";

/** Checks the overlap rules of one entity. */
export function checkOverlaps(
  name: string,
  entity: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const ends = new Map<string, "from" | "until">();
  entity.noOverlap?.forEach((rule, index) => {
    const place = {
      name,
      entity,
      path: `entities.${name}.noOverlap[${index}]`,
    };
    checkEnds(rule, place, diagnostics);
    checkWithin(rule, place, diagnostics);
    checkWhen(rule, place, diagnostics);
    for (const end of ["from", "until"] as const) {
      const other = ends.get(rule[end]) ?? end;
      ends.set(rule[end], end);
      if (other === end) continue;
      diagnostics.error(
        "AC531",
        `${place.path}.${end}`,
        `Cannot use "${rule[end]}" as "${end}": found it as "${other}"`,
        {
          hint:
            "let each field be either where something begins or where it ends",
        },
      );
    }
  });
  checkActionsOf(name, entity, ends, diagnostics);
}

interface RulePlace {
  readonly name: string;
  readonly entity: EntityBlueprint;
  readonly path: string;
}

function checkEnds(
  rule: NoOverlapBlueprint,
  place: RulePlace,
  diagnostics: DiagnosticList,
): void {
  const { entity } = place;
  const from = orderedField(rule.from, "from", place, diagnostics);
  const until = orderedField(rule.until, "until", place, diagnostics);
  if (!from || !until || rule.from === rule.until) return;
  const at = `${place.path}.until`;
  if (from.type !== until.type || (from.scale ?? 2) !== (until.scale ?? 2)) {
    diagnostics.error(
      "AC530",
      at,
      `Cannot use "${rule.until}" as the end of what begins in "${rule.from}": found the type ${
        typeWords(until)
      }, wanted ${typeWords(from)}`,
    );
    return;
  }
  const { low, high } = slotRange(from, until);
  const isApart = (rule.within ?? []).some((member) =>
    entity.relations?.[member]?.required ??
      Object.hasOwn(entity.relations ?? {}, member)
  );
  const fewest = isApart ? FEWEST_SLOTS : FEWEST_OF_ALL;
  if (high - low >= fewest) return;
  diagnostics.error(
    "AC531",
    at,
    `Cannot use "${rule.from}" to "${rule.until}": found values from ${low} to ${high}, wanted at least ${fewest} apart`,
    {
      hint: isApart
        ? "widen the fields' min and max"
        : 'widen the fields\' min and max, or name a required relation in "within"',
    },
  );
}

/** Which numbers are in the ranges of both fields; ends that are open are far away. */
export function slotRange(
  from: Pick<FieldBlueprint, "min" | "max">,
  until: Pick<FieldBlueprint, "min" | "max">,
): { readonly low: number; readonly high: number } {
  const least = [from.min, until.min].filter((min) => typeof min === "number");
  const most = [from.max, until.max].filter((max) => typeof max === "number");
  const high = most.length === 0 ? undefined : Math.min(...most);
  const low = least.length === 0
    ? Math.min(0, (high ?? FAR) - FAR)
    : Math.max(...least);
  return { low, high: high ?? low + FAR };
}

function orderedField(
  fieldName: string,
  key: "from" | "until",
  { name, entity, path }: RulePlace,
  diagnostics: DiagnosticList,
): FieldBlueprint | undefined {
  const field = ownField(fieldName, `${path}.${key}`, {
    name,
    entity,
    path,
  }, diagnostics);
  if (field === undefined || ORDERED.includes(field.type)) return field;
  diagnostics.error(
    "AC530",
    `${path}.${key}`,
    `Cannot use "${fieldName}" as "${key}": found the type "${field.type}", wanted one of ${
      ORDERED.join(", ")
    }`,
  );
}

function ownField(
  fieldName: string,
  at: string,
  { name, entity }: RulePlace,
  diagnostics: DiagnosticList,
  position: "key" | "value" = "value",
): FieldBlueprint | undefined {
  if (Object.hasOwn(entity.fields, fieldName)) return entity.fields[fieldName];
  const names = Object.keys(entity.fields);
  const near = nearName(fieldName, names);
  diagnostics.error(
    "AC206",
    at,
    `Cannot use the field "${fieldName}" in "noOverlap" of "${name}": found no such field`,
    {
      at: position,
      meant: near,
      hint: `the fields are ${names.join(", ")}`,
    },
  );
}

function checkWithin(
  rule: NoOverlapBlueprint,
  { name, entity, path }: RulePlace,
  diagnostics: DiagnosticList,
): void {
  const members = rule.within ?? [];
  const known = [
    ...Object.keys(entity.fields),
    ...Object.keys(entity.relations ?? {}),
  ];
  members.forEach((member, index) => {
    const at = `${path}.within[${index}]`;
    if (!known.includes(member)) {
      const near = nearName(member, known) ??
        known.find((one) => member === `${one}Id`);
      diagnostics.error(
        "AC206",
        at,
        `Cannot use "${member}" in "within" of "${name}": found no such field or relation`,
        { meant: near, hint: `they are ${known.join(", ")}` },
      );
      return;
    }
    const field = Object.hasOwn(entity.fields, member)
      ? entity.fields[member]
      : undefined;
    const why = members.indexOf(member) !== index
      ? "found it twice"
      : [rule.from, rule.until].includes(member)
      ? "found it as one of the ends"
      : field?.type === "json"
      ? 'found the type "json", whose values cannot be told apart'
      : field?.unique || entity.relations?.[member]?.unique
      ? "found it unique, so no two entities share it"
      : undefined;
    if (why === undefined) return;
    diagnostics.error(
      "AC532",
      at,
      `Cannot use "${member}" in "within": ${why}`,
    );
  });
}

function checkWhen(
  rule: NoOverlapBlueprint,
  place: RulePlace,
  diagnostics: DiagnosticList,
): void {
  for (const [fieldName, values] of Object.entries(rule.when ?? {})) {
    const at = `${place.path}.when.${fieldName}`;
    const field = ownField(fieldName, at, place, diagnostics, "key");
    if (field === undefined) continue;
    if (!STATES.includes(field.type)) {
      diagnostics.error(
        "AC533",
        at,
        `Cannot test "${fieldName}": found the type "${field.type}", wanted one of ${
          STATES.join(", ")
        }`,
        { at: "key" },
      );
      continue;
    }
    checkStates(fieldName, field, asList(values), at, diagnostics);
  }
}

function checkStates(
  name: string,
  field: FieldBlueprint,
  values: readonly Literal[],
  path: string,
  diagnostics: DiagnosticList,
): void {
  if (values.length === 0) {
    diagnostics.error(
      "AC533",
      path,
      `Cannot test "${name}": found no value that counts`,
    );
  }
  values.forEach((value, index) => {
    const wanted = misfit(value, { ...field, required: true });
    if (wanted === undefined) return;
    diagnostics.error(
      "AC533",
      `${path}[${index}]`,
      `Cannot test "${name}" for ${literal(value)}: wanted ${wanted}`,
      { at: "value" },
    );
  });
}

/** Where an action put something would be known only when it runs. */
function checkActionsOf(
  name: string,
  entity: EntityBlueprint,
  ends: ReadonlyMap<string, string>,
  diagnostics: DiagnosticList,
): void {
  for (const [key, action] of Object.entries(entity.actions ?? {})) {
    for (const [field, value] of Object.entries(action.set)) {
      if (!ends.has(field) || value === null) continue;
      diagnostics.error(
        "AC534",
        `entities.${name}.actions.${key}.set.${field}`,
        `Cannot set "${field}" by an action: found it in "noOverlap" of "${name}", wanted null`,
        { at: "key", hint: "let clients send it by PATCH" },
      );
    }
  }
}

function typeWords({ type, scale }: FieldBlueprint): string {
  return type === "decimal"
    ? `"decimal" with ${scale ?? 2} places`
    : `"${type}"`;
}

const ORDERED: readonly FieldType[] = [
  "date",
  "datetime",
  "time",
  "integer",
  "decimal",
  "number",
];
const STATES: readonly FieldType[] = ["enum", "boolean", "string", "integer"];
const FEWEST_SLOTS = 4;
/** Where all entities, or many, share one range: the tests of an output need some room, too. */
const FEWEST_OF_ALL = 100;
const FAR = 1_000_000;
