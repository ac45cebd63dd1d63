/**
 * What templates need to know about what may be done only in some states, ready made.
 *
 * @module
 */
import type { Literal } from "../blueprint/blueprint.ts";
import type {
  EntityModel,
  FieldModel,
  StateModel,
  StateRulesModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  mdCode,
  type Name,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { initialValue } from "./sample_values.ts";

type Ts = Safe<"ts">;
type Md = Safe<"md">;

/** Lists the entities that must be in some state for something to be done with this one. */
export function requiredEntities(
  { stateRules }: EntityModel,
  system: SystemModel,
): EntityModel[] {
  const names = stateRules?.requires.map(({ entity }) => entity) ?? [];
  return system.entities.filter(({ name }) => names.includes(name.snake));
}

/** Renders the guard of an entity's controller; undefined where nothing depends on states. */
export function guardExpression(entity: EntityModel): Ts | undefined {
  const rules = entity.stateRules;
  if (rules === undefined) return undefined;
  const constant = (snake: string) => name(`${snake.toUpperCase()}_SPEC`);
  return safe`stateGuard(${
    tsObject({
      spec: constant(entity.name.snake),
      requires: rules.requires.length === 0 ? undefined : tsArray(
        rules.requires.map(({ reference, entity, state }) =>
          tsObject({
            reference: tsLiteral(reference),
            spec: constant(entity),
            state: tsLiteral(state),
          })
        ),
      ),
      editable: Object.keys(rules.editable).length === 0
        ? undefined
        : tsLiteral(rules.editable),
      exempt: rules.exempt.length === 0 ? undefined : tsLiteral(rules.exempt),
    })
  })`;
}

/** Names the guard of an entity's store; undefined where nothing is required of others. */
export function storeGuard(
  { stateRules }: EntityModel,
  engine: "Memory" | "Sqlite" | "Postgres",
): Name | undefined {
  return stateRules?.requires.length ? name(`requireIn${engine}`) : undefined;
}

/** Tells whether an operation or action (in kebab-case) can be refused by the state of things. */
export function dependsOnState(
  { stateRules }: EntityModel,
  operation: string,
): boolean {
  if (stateRules === undefined || stateRules.exempt.includes(operation)) {
    return false;
  }
  const isEdit = ["replace", "patch", "delete"].includes(operation);
  return stateRules.requires.length > 0 && !READS.includes(operation) ||
    isEdit && Object.keys(stateRules.editable).length > 0;
}

/** Lists what an example must be given for a field to refer to it; by itself it is as it begins. */
export function requiredMembers(
  { relation, requiredState = {} }: FieldModel,
  system: SystemModel,
): Readonly<Record<string, Ts>> {
  const members: Record<string, Ts> = {};
  const fields = fieldsOf(relation?.entity ?? "", system);
  for (const [field, values] of Object.entries(requiredState)) {
    const model = fields.find((one) => one.name === field);
    if (model && values.some((value) => value === beginning(model))) continue;
    members[field] = tsLiteral(values[0]);
  }
  return members;
}

/** Lists what an example must be given for everybody to see it who may read. */
export function visibleMembers(
  { access, fields }: EntityModel,
): Readonly<Record<string, Ts>> {
  const members: Record<string, Ts> = {};
  for (const [name, values] of Object.entries(access?.visible?.when ?? {})) {
    const field = fields.find((one) => one.name === name);
    if (!field || values.some((value) => value === beginning(field))) continue;
    members[name] = tsLiteral(values[0]);
  }
  return members;
}

/** Tells whether the example of an entity refers to one that not everybody sees. */
export function refersToUnseen(
  { fields }: EntityModel,
  system: SystemModel,
): boolean {
  return fields.some((field) => {
    const target = system.entities.find(({ name }) =>
      name.snake === field.relation?.entity
    );
    if (!field.required || target === undefined) return false;
    const given = requiredMembers(field, system);
    return Object.entries(visibleMembers(target))
      .some(([name, value]) => given[name] !== value);
  });
}

/** Renders those as what follows the first argument of a call; empty where there are none. */
export function requiredArgument(field: FieldModel, system: SystemModel): Ts {
  const members = requiredMembers(field, system);
  return Object.keys(members).length === 0
    ? safe``
    : safe`, ${tsObject(members)}`;
}

/** Finds a value of a field that is none of those wanted. */
export function otherState(
  field: FieldModel,
  values: readonly Literal[],
): Literal | undefined {
  const all: readonly Literal[] = field.type === "boolean"
    ? [true, false]
    : field.type === "enum"
    ? field.values ?? []
    : field.type === "integer"
    ? numbersNear(field, values)
    : [];
  const other = all.find((value) => !values.includes(value));
  return other === undefined && field.nullable && !values.includes(null)
    ? null
    : other;
}

/** Says each rule in a sentence for docs/ENTITIES.md. */
export function stateNotes(entity: EntityModel): Md[] {
  const { stateRules } = entity;
  if (stateRules === undefined) return [];
  const { requires, editable, exempt } = stateRules;
  const but = exempt.length === 0
    ? safe<"md">``
    : safe<"md">`, except for ${
      joined(exempt.map((one) => mdCode(one)), safe` and `)
    }`;
  return [
    ...requires.map(({ reference, state }) =>
      safe<
        "md"
      >`none is made, changed, deleted or acted upon unless, of what its ${
        mdCode(reference)
      } refers to, ${
        stateWords(state)
      } (409)${but}; what changes nothing is not refused`
    ),
    ...(Object.keys(editable).length === 0 ? [] : [
      safe<"md">`one is replaced, patched or deleted only while ${
        stateWords(editable)
      } (409)${but}; what it is deleted with does not ask`,
    ]),
  ];
}

/** Says a state in words. */
export function stateWords(state: StateModel): Md {
  return joined(
    Object.entries(state).map(([field, values]) =>
      safe<"md">`${mdCode(field)} is ${
        joined(values.map((value) => mdCode(String(value))), safe` or `)
      }`
    ),
    safe` and `,
  );
}

/** Finds the fields of an entity by its name. */
export function fieldsOf(
  entity: string,
  { entities }: SystemModel,
): readonly FieldModel[] {
  return entities.find(({ name }) => name.snake === entity)?.fields ?? [];
}

/** Tells whether an entity has rules about states. */
export function hasStateRules(
  { stateRules }: EntityModel,
): boolean {
  return stateRules !== undefined;
}

/** Tells whether rules ask for something of others. */
export function requiresOthers(rules: StateRulesModel | undefined): boolean {
  return (rules?.requires.length ?? 0) > 0;
}

function beginning(field: FieldModel): unknown {
  return field.readOnly && field.default === undefined
    ? null
    : initialValue(field);
}

function numbersNear(
  { min = 0, max = min + 1000 }: FieldModel,
  values: readonly Literal[],
): readonly number[] {
  return Array.from({ length: values.length + 1 }, (_, n) => min + n)
    .filter((value) => value <= max);
}

const READS: readonly string[] = ["list", "get", "groups"];
