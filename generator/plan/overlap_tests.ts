/**
 * How the contract tests try that no two entities overlap.
 *
 * @module
 */
import type { Literal } from "../blueprint/blueprint.ts";
import type {
  ActionModel,
  EntityModel,
  FieldModel,
  OverlapModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { OverlapTestView } from "../../templates/views.ts";
import { slotPoints } from "./overlap_view.ts";
import { bodyCall, otherExpression, sampleExpression } from "./sample_views.ts";
import { differs, initialValue, sampleValue } from "./sample_values.ts";

type Ts = Safe<"ts">;

/** Describes the test of each rule that requests can try. */
export function overlapTests(
  entity: EntityModel,
  system: SystemModel,
): OverlapTestView[] {
  return entity.noOverlap.flatMap((rule, index) => {
    const state = countingState(rule, entity);
    if (state === undefined || !canBeSent(rule)) return [];
    if (repeats(rule, entity)) return [];
    // Where it begins or ends by another rule, that one would stand in the way.
    const tied = rule.within.some(({ slot }) => slot);
    if (tied && freedFields(rule, entity, index).length === 0) return [];
    const shared = rule.within.filter(({ assigned }) => !assigned);
    const values = [
      ...shared.map((field) => ({
        name: name(field.name),
        value: sharedValue(field, system),
      })),
      ...freedFields(rule, entity, index).map((field) => ({
        name: name(field.name),
        value: tsLiteral(null),
      })),
      ...state.map(([field, value]) => ({
        name: name(field.name),
        value: tsLiteral(value),
      })),
    ];
    const others = more(rule, { entity, system, shared });
    const waits = [others, ...values.map(({ value }) => value)]
      .some((text) => text.includes("await "));
    const { from, until } = rule;
    return [{
      from: name(from.name),
      until: name(until.name),
      points: tsLiteral(slotPoints(rule)),
      signature: waits
        ? safe`async (test: TestSystem): Promise<OverlapTrial>`
        : safe`(test: TestSystem): OverlapTrial`,
      awaits: waits ? safe`await ` : safe``,
      bodyStart: bodyCall(entity, name("test.system")).startsWith("await ")
        ? safe`async `
        : safe``,
      shared: values,
      more: others,
    }];
  });
}

function canBeSent({ from, until, within }: OverlapModel): boolean {
  return [from, until, ...within].every((field) =>
    field.assigned || !field.readOnly && !field.decided
  );
}

function sharedValue(field: FieldModel, system: SystemModel): Ts {
  return field.relation
    ? sampleExpression(field, system)
    : tsLiteral(sampleValue(field));
}

/** What has to be sent for the entity to count; undefined if it cannot be. */
function countingState(
  { when }: OverlapModel,
  entity: EntityModel,
): readonly (readonly [FieldModel, Literal])[] | undefined {
  const state: (readonly [FieldModel, Literal])[] = [];
  for (const field of entity.fields) {
    const [value] = when[field.name] ?? [];
    if (value === undefined || counts(when, field, initialValue(field))) {
      continue;
    }
    if (field.readOnly || field.decided) return undefined;
    state.push([field, value]);
  }
  return state;
}

function counts(
  when: OverlapModel["when"],
  { name }: FieldModel,
  value: unknown,
): boolean {
  return when[name]?.some((one) => one === value) ?? true;
}

/** The ends of the rules before, where they can be left open: so that these do not stand in the way. */
function freedFields(
  rule: OverlapModel,
  { noOverlap }: EntityModel,
  index: number,
): FieldModel[] {
  const own = [rule.from, rule.until, ...rule.within];
  const others = noOverlap.filter((_, other) => other !== index)
    .flatMap(({ from, until }) => [from, until])
    .filter((field) => !own.includes(field) && field.nullable);
  return [...new Set(others)];
}

interface Place {
  readonly entity: EntityModel;
  readonly system: SystemModel;
  readonly shared: readonly FieldModel[];
}

/** What is tried besides: elsewhere, in another state, and on the way between. */
function more(rule: OverlapModel, { entity, system, shared }: Place): Ts {
  const members: (readonly [string, Ts])[] = [];
  const alone = entity.noOverlap.length === 1;
  const elsewhere = alone
    ? shared.flatMap((field) => {
      const value = otherExpression(field, system);
      return value ? [[field.name, value] as const] : [];
    })[0]
    : undefined;
  if (elsewhere) {
    members.push(["elsewhere", tsObject(Object.fromEntries([elsewhere]))]);
  }
  const { from, until } = rule;
  if (
    entity.operations.includes("patch") && !from.immutable && !until.immutable
  ) members.push(["moves", tsLiteral(true)]);
  if (alone && !isDetermined(rule, entity)) {
    members.push(...stateMembers(rule, entity));
  }
  return joined(
    members.map(([key, value]) => safe<"ts">`${name(key)}: ${value},`),
    safe`\n`,
  );
}

/** Whether two entities in the same place would have the same values where these are unique. */
function isDetermined(
  { from, until, within }: OverlapModel,
  { unique, fields }: EntityModel,
): boolean {
  const same = [from, until, ...within];
  return fields.some((field) => field.unique && same.includes(field)) ||
    unique.some((list) => !varies(list, same));
}

/** Whether entities that only share what they must would have the same values where these are unique. */
function repeats(
  { from, until, within }: OverlapModel,
  { unique }: EntityModel,
): boolean {
  return unique.some((list) =>
    !list.includes(from) && !list.includes(until) && !varies(list, within)
  );
}

/** Whether examples differ in one of these fields, apart from some that do not. */
function varies(
  list: readonly FieldModel[],
  same: readonly FieldModel[],
): boolean {
  return list.some((field) =>
    !same.includes(field) &&
    (differs(field) || field.relation !== undefined && field.required)
  );
}

function stateMembers(
  { when }: OverlapModel,
  entity: EntityModel,
): (readonly [string, Ts])[] {
  const members: (readonly [string, Ts])[] = [];
  const present = (field: FieldModel): Literal | undefined =>
    counts(when, field, initialValue(field))
      ? initialValue(field) as Literal
      : when[field.name]?.[0];
  const field = entity.fields.find((one) =>
    Object.hasOwn(when, one.name) && !one.readOnly && !one.decided
  );
  if (field === undefined) return [];
  const values: readonly Literal[] = field.type === "boolean"
    ? [true, false]
    : field.values ?? [];
  const others = values.filter((value) => !counts(when, field, value));
  const entered = others.flatMap((value) => {
    const action = entity.actions.find((action) =>
      allows(action, entity, (one) => one === field ? value : present(one)) &&
      counts(when, field, action.set[field.name]) &&
      Object.hasOwn(action.set, field.name)
    );
    return action ? [{ value, action }] : [];
  });
  const outside = entered[0]?.value ?? others[0];
  if (outside !== undefined) {
    members.push(["outside", tsObject({ [field.name]: tsLiteral(outside) })]);
  }
  if (entered[0]) {
    members.push(["enter", tsLiteral(entered[0].action.name.kebab)]);
  }
  const left = entity.actions.find((action) =>
    allows(action, entity, present) &&
    Object.hasOwn(action.set, field.name) &&
    !counts(when, field, action.set[field.name])
  );
  if (left) members.push(["leave", tsLiteral(left.name.kebab)]);
  return members;
}

/** Whether the guard of an action lets it pass where the fields have these values. */
function allows(
  { when }: ActionModel,
  { fields }: EntityModel,
  present: (field: FieldModel) => unknown,
): boolean {
  return Object.entries(when).every(([name, values]) => {
    const field = fields.find((one) => one.name === name);
    const value = field && (present(field) ?? initialValue(field));
    return values.some((one) => one === value);
  });
}
