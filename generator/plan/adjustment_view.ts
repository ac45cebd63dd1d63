/**
 * What templates need to know about actions that change numbers of other entities, ready made.
 *
 * @module
 */
import { writtenAmount } from "../model/expand_adjustments.ts";
import type {
  ActionModel,
  AdjustModel,
  EntityModel,
  FieldModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  mdCode,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";

type Ts = Safe<"ts">;
type Md = Safe<"md">;

/** Tells whether an entity has an action that adjusts others. */
export function adjustsOthers({ actions }: EntityModel): boolean {
  return actions.some(({ adjust }) => adjust.length > 0);
}

/** Lists the entities that the actions of an entity adjust. */
export function adjustedEntities(
  { actions }: EntityModel,
  system: SystemModel,
): EntityModel[] {
  const names = actions.flatMap(({ adjust }) =>
    adjust.map(({ entity }) => entity)
  );
  return system.entities.filter(({ name }) => names.includes(name.snake));
}

/** Renders what an action adjusts; undefined where it adjusts nothing. */
export function adjustExpression(
  { adjust }: ActionModel,
  system: SystemModel,
): Ts | undefined {
  const rules = adjust.flatMap((one) => {
    const target = targetOf(one, system);
    if (target === undefined) return [];
    const { min, max } = target.field;
    return [tsObject({
      reference: tsLiteral(one.reference),
      spec: name(`${target.entity.name.constant}_SPEC`),
      field: tsLiteral(one.field),
      by: tsLiteral(one.by),
      min: min === undefined ? undefined : tsLiteral(min),
      max: max === undefined ? undefined : tsLiteral(max),
    })];
  });
  return rules.length === 0
    ? undefined
    : safe`adjustments(${joined(rules, safe`, `)})`;
}

/** Renders the rule of an entity's store. */
export function adjustmentRule(
  entity: EntityModel,
  engine: "Memory" | "Sqlite" | "Postgres",
): Ts[] {
  return adjustsOthers(entity) ? [adjustmentConstant(engine)] : [];
}

/** Names the kit's rule for an engine. */
export function adjustmentConstant(
  engine: "Memory" | "Sqlite" | "Postgres",
): Name {
  return name(
    engine === "Memory" ? "ADJUST_IN_MEMORY" : `adjustIn${engine}`,
  );
}

/** Finds what an action adjusts. */
export function targetOf(
  { entity, field }: AdjustModel,
  { entities }: SystemModel,
): { readonly entity: EntityModel; readonly field: FieldModel } | undefined {
  const target = entities.find(({ name }) => name.snake === entity);
  const number = target?.fields.find(({ name }) => name === field);
  return target && number && { entity: target, field: number };
}

/** Says in words what an action adjusts, to follow its description; empty where it adjusts nothing. */
export function adjustmentSentence({ adjust }: ActionModel): string {
  return adjust.length === 0
    ? ""
    : ` Adds ${
      adjust.map((one) =>
        `${writtenAmount(one)} to ${one.relation}.${one.field}`
      ).join(" and ")
    } with it, or, where that is not possible, does nothing (409).`;
}

/** Says for docs/ENTITIES.md what an action adjusts. */
export function adjustmentNote({ adjust }: ActionModel): Md {
  if (adjust.length === 0) return safe``;
  const parts = adjust.map((one) =>
    safe<"md">`${mdCode(String(writtenAmount(one)))} to ${
      mdCode(`${one.relation}.${one.field}`)
    }`
  );
  return safe`, and adds ${joined(parts, safe` and `)} with it`;
}

/** Says for docs/ENTITIES.md what holds for all that an entity's actions adjust. */
export function adjustmentRules(entity: EntityModel): Md[] {
  return adjustsOthers(entity)
    ? [
      safe`what an action adds to others is added once, in the same step; where a number would leave its bounds, or what it belongs to is not set, nothing happens (409)`,
      safe`whoever may do such an action may cause that, whatever they may do with the other entity; a change of fields that would do it is refused (409), while an entity can be created in any state`,
    ]
    : [];
}
