/**
 * What may be done only in some states: from the blueprint's names to the model, and back.
 *
 * @module
 */
import type {
  EntityBlueprint,
  FieldBlueprint,
  StateBlueprint,
} from "../blueprint/blueprint.ts";
import { asList } from "../blueprint/check_actions.ts";
import { nameForms } from "./names.ts";
import { spellLiteral } from "./spell_literal.ts";
import type {
  FieldModel,
  StateModel,
  StateRulesModel,
} from "./system_model.ts";

/** Expands the checked rules of an entity; undefined where nothing depends on states. */
export function expandStateRules(
  { requires, editable, exempt = [], fields, relations = {} }: EntityBlueprint,
  fieldsOf: (entity: string) => Readonly<Record<string, FieldBlueprint>>,
): StateRulesModel | undefined {
  if (requires === undefined && editable === undefined) return undefined;
  return {
    requires: Object.entries(requires ?? {}).flatMap(([relation, state]) => {
      const entity = relations[relation]?.belongsTo;
      return entity === undefined ? [] : [{
        relation,
        reference: `${relation}Id`,
        entity,
        state: expandState(state, fieldsOf(entity)),
      }];
    }),
    editable: expandState(editable ?? {}, fields),
    exempt: exempt.map((name) => nameForms(name).kebab),
  };
}

/** Notes at a reference what it may lead to. */
export function withState(
  field: FieldModel,
  rules: StateRulesModel | undefined,
): FieldModel {
  const rule = rules?.requires.find(({ reference }) =>
    reference === field.name
  );
  return rule ? { ...field, requiredState: rule.state } : field;
}

/** Says the rules as the blueprint does. */
export function writtenStateRules(
  rules: StateRulesModel | undefined,
): Pick<EntityBlueprint, "requires" | "editable" | "exempt"> {
  if (rules === undefined) return {};
  const { requires, editable, exempt } = rules;
  return {
    ...(requires.length === 0 ? {} : {
      requires: Object.fromEntries(
        requires.map(({ relation, state }) => [relation, state]),
      ),
    }),
    ...(Object.keys(editable).length === 0 ? {} : { editable }),
    ...(exempt.length === 0
      ? {}
      : { exempt: exempt.map((name) => nameForms(name).camel) }),
  };
}

/** Spells the values of a state as they are kept. */
export function expandState(
  state: StateBlueprint,
  fields: Readonly<Record<string, FieldBlueprint>>,
): StateModel {
  return Object.fromEntries(
    Object.entries(state).map(([field, values]) => [
      field,
      asList(values).map((value) => spellLiteral(value, fields[field]?.type)),
    ]),
  );
}
