/**
 * What templates need to know about entities that may not overlap, ready made.
 *
 * @module
 */
import type {
  EntityModel,
  FieldModel,
  OverlapModel,
} from "../model/system_model.ts";
import {
  joined,
  mdCode,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { RuleView } from "../../templates/views.ts";

type Ts = Safe<"ts">;
type Md = Safe<"md">;

/** Renders the rules as the entity's description has them. */
export function overlapRules({ noOverlap }: EntityModel): Ts {
  return tsArray(
    noOverlap.map(({ from, until, within, when }) =>
      tsObject({
        from: tsLiteral(from.name),
        until: tsLiteral(until.name),
        within: within.length === 0
          ? undefined
          : tsLiteral(within.map(({ name }) => name)),
        when: Object.keys(when).length === 0 ? undefined : tsLiteral(when),
      })
    ),
  );
}

/** What ends, ends after it begins. */
export function orderRules(
  { noOverlap }: EntityModel,
  parameter: string,
): RuleView[] {
  const rules = noOverlap.map(({ from, until }): RuleView => {
    const [begin, end] = [from, until]
      .map((field) => name(`${parameter}.${field.name}`));
    const given = [[from, begin] as const, [until, end] as const]
      .filter(([{ nullable }]) => nullable)
      .map(([, value]) => safe<"ts">`${value ?? safe``} !== null && `);
    return {
      broken: safe`${joined(given, safe``)}${end ?? safe``} <= ${
        begin ?? safe``
      }`,
      path: tsLiteral(until.name),
      message: tsLiteral(`must be after ${from.name}`),
    };
  });
  return rules.filter((rule, index) =>
    rules.findIndex(({ broken }) => broken === rule.broken) === index
  );
}

/** Renders the rules of an entity's store. */
export function overlapGuard(
  { noOverlap }: EntityModel,
  engine: "Memory" | "Sqlite" | "Postgres",
  constant: Ts,
): Ts[] {
  return noOverlap.length === 0
    ? []
    : [safe<"ts">`${name(`noOverlapIn${engine}`)}(${constant})`];
}

/** Lists the fields of the index by which a rule looks for what is taken. */
export function overlapIndex(
  { within, from, until }: OverlapModel,
): readonly FieldModel[] {
  return [...within, from, until];
}

/** Says each rule in a sentence for docs/ENTITIES.md. */
export function overlapNotes({ noOverlap }: EntityModel): Md[] {
  return noOverlap.map(({ from, until, within, when }) => {
    const shared = within.length === 0
      ? safe<"md">``
      : safe<"md">` with the same ${
        joined(within.map((field) => mdCode(field.name)), safe` and `)
      }`;
    const states = Object.entries(when).map(([field, values]) =>
      safe<"md">`${mdCode(field)} is ${
        joined(values.map((value) => mdCode(String(value))), safe` or `)
      }`
    );
    const counting = states.length === 0
      ? safe<"md">``
      : safe<"md">`, while ${joined(states, safe` and `)}`;
    return safe`no two${shared} overlap from ${mdCode(from.name)} to ${
      mdCode(until.name)
    }, which comes after it and is free again${counting}; a null takes nothing`;
  });
}

/** Renders the example of an end in a test, by the number of the example. */
export function slotExpression(field: FieldModel, number: Ts): Ts | undefined {
  if (field.slot === undefined) return undefined;
  const { end, low, high } = field.slot;
  const of = NUMBERS.includes(field.type)
    ? tsLiteral({ low, high })
    : tsLiteral(field.type);
  return safe`${
    name(end === "from" ? "slotStart" : "slotEnd")
  }(${of}, ${number})`;
}

/** Lists five values of a rule's fields, each after the one before. */
export function slotPoints(
  { from }: OverlapModel,
): readonly (string | number)[] {
  return Array.from({ length: 5 }, (_, n) => {
    switch (from.type) {
      case "date":
        return `2030-05-1${n}`;
      case "datetime":
        return `2030-05-10T1${n}:00:00.000Z`;
      case "time":
        return `1${n}:00:00`;
      case "integer":
        return Math.ceil(from.slot?.low ?? 0) + n;
      default:
        return (from.slot?.low ?? 0) + n;
    }
  });
}

const NUMBERS: readonly string[] = ["integer", "decimal", "number"];
