/**
 * What the tests of an entity's schemas and rules alone check.
 *
 * @module
 */
import { withArticle } from "../blueprint/with_article.ts";
import type { EntityModel, FieldModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { FieldTrialsView } from "../../templates/field_trials_views.ts";
import { badElements, finest, outOfRange } from "./bad_values.ts";
import { durationRules } from "./duration_rules.ts";
import { rulesOf, typeNameOf } from "./entity_view.ts";
import { sampleValue } from "./sample_values.ts";
import { schemaView } from "./schema_view.ts";

type Ts = Safe<"ts">;

/** Describes the tests of an entity; undefined where no field can be tried. */
export function fieldTrialsView(
  entity: EntityModel,
): FieldTrialsView | undefined {
  const schema = schemaView(entity);
  const tried = entity.fields.filter(isTried);
  const hasRules = tried.some((field) => brokenRules(field).length > 0);
  if (tried.length === 0 || !schema && !hasRules) return undefined;
  const trials = tried.map((field) => trialOf(field, schema !== undefined));
  return {
    file: name(entity.name.snake),
    labelPlural: comment(entity.plural.words),
    one: comment(withArticle(entity.name.words)),
    ...(schema
      ? {
        schemas: {
          constant: schema.constant,
          body: schema.body,
          patch: schema.patch,
        },
      }
      : {}),
    ...(hasRules ? { check: name(`check${typeNameOf(entity)}`) } : {}),
    imports: joined(
      [
        ...(schema?.body ? [name("expectBodies")] : []),
        ...(schema?.patch ? [name("expectPatches")] : []),
        ...(hasRules ? [name("expectRules")] : []),
      ],
      safe`, `,
    ),
    trials,
  };
}

/** A file comes by a path of its own. */
function isTried({ type }: FieldModel): boolean {
  return type !== "file";
}

function trialOf(field: FieldModel, withSchema: boolean): Ts {
  const breaks = brokenRules(field);
  const refuses = withSchema ? refusedValues(field) : [];
  return tsObject({
    field: tsLiteral(field.name),
    required: withSchema && field.required ? safe`true` : undefined,
    takes: tsArray(takenValues(field)),
    refuses: refuses.length === 0 ? undefined : tsArray(refuses),
    breaks: breaks.length === 0
      ? undefined
      : tsArray(breaks.map(([value, message]) => tsObject({ value, message }))),
  });
}

/** The least and the most that a field may hold, all that it may be, or an example. */
function takenValues(field: FieldModel): Ts[] {
  const values = takenExamples(field);
  return field.nullable && !field.members
    ? [...values, tsLiteral(null)]
    : values;
}

function takenExamples(field: FieldModel): Ts[] {
  const { type, min, max, values, shortest, longest } = field;
  if (field.members) return [tsLiteral(sampleValue(field))];
  if (type === "list") return [tsArray([]), tsLiteral(sampleValue(field))];
  if (type === "enum") return (values ?? []).map(tsLiteral);
  const limits = type === "duration" ? [shortest, longest] : [min, max];
  const given = limits.filter((limit) => limit !== undefined);
  const fine = type === "decimal" ? finest(field) : undefined;
  if (fine !== undefined && fine >= (min ?? fine) && fine <= (max ?? fine)) {
    given.push(fine);
  }
  if (given.length > 0) return given.map(tsLiteral);
  const lengths = isPlainText(field) ? lengthsOf(field) : [];
  return lengths.length > 0 ? lengths : [tsLiteral(sampleValue(field))];
}

/** A text of any letters; a pattern may want other letters, or fewer. */
function isPlainText({ type, pattern }: FieldModel): boolean {
  return (type === "string" || type === "text") && pattern === undefined;
}

function lengthsOf({ minLength = 1, maxLength }: FieldModel): Ts[] {
  return [Math.max(minLength, 1), maxLength].filter((length) =>
    length !== undefined
  ).map(textOf);
}

function textOf(length: number): Ts {
  return length < 2
    ? tsLiteral("x".repeat(length))
    : safe<"ts">`"x".repeat(${length})`;
}

/** What has another type or form than the field. */
function refusedValues(field: FieldModel): Ts[] {
  const { type, minLength = 0 } = field;
  // What objects hold has tests of its own.
  if (type === "json" || field.members) return [];
  return [
    ...(isPlainText(field) && minLength > 0 ? [textOf(minLength - 1)] : []),
    // A slug is as long as the server makes it.
    ...(type === "slug" ? [] : outOfRange(field))
      .filter(([title]) => !RULES.includes(title)).map(([, value]) => value),
    ...badElements(field).map(([, value]) => value),
    ...(type in OTHERS ? [tsLiteral(OTHERS[type])] : []),
    ...(field.nullable ? [] : [tsLiteral(null)]),
  ];
}

/** What breaks a rule of the field, with what the rule says. */
function brokenRules(field: FieldModel): (readonly [Ts, Ts])[] {
  const said = [...rulesOf(field, "it"), ...durationRules(field, "it")];
  const blank = tsLiteral("must not be blank");
  const ranges = said.filter(({ message }) => message !== blank);
  const broken = outOfRange(field).filter(([title]) => RULES.includes(title));
  return broken.flatMap(([title, value]) => {
    const range = title === "too large" ? ranges.at(-1) : ranges[0];
    const message = title === "blank" ? blank : range?.message;
    const isSaid = said.some((rule) => rule.message === message);
    return isSaid && message !== undefined ? [[value, message] as const] : [];
  });
}

/** What the rules refuse; the rest is refused by the schema. */
const RULES: readonly string[] = ["too small", "too large", "blank"];

/** What is of another type than a field's. */
const OTHERS: Readonly<Record<string, unknown>> = {
  boolean: "not this",
  integer: 1.5,
  number: "not this",
  serial: 1.5,
  uuid: "not this",
};
