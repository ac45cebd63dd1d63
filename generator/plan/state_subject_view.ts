/**
 * What the trials of a resource are told of what may be done only in some states.
 *
 * @module
 */
import type { ResourceModel } from "../model/api_model.ts";
import type {
  EntityModel,
  StateModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  type Safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { findEntity } from "./component_views.ts";
import { fieldsOf, otherState } from "./state_rules_view.ts";

type Ts = Safe<"ts">;

/** Renders what decides what may be done with a resource; undefined where nothing does. */
export function trialStates(
  resource: ResourceModel,
  system: SystemModel,
): Ts | undefined {
  const entity = findEntity(system, resource.entity);
  const rules = entity.stateRules;
  if (rules === undefined) return undefined;
  const exempt = new Set(rules.exempt);
  const linked = resource.links.map(({ link }) => link.name.kebab);
  const states = [
    ...rules.requires.flatMap(({ relation, reference, entity: of, state }) =>
      stateOf({
        title: `what its ${relation} is`,
        of,
        reference,
        state,
        held: [
          ...WRITES,
          ...entity.actions.map(({ name }) => name.kebab),
        ].filter((one) => !exempt.has(one)),
      }, system)
    ),
    ...(Object.keys(rules.editable).length === 0 ? [] : stateOf({
      title: "what it is itself",
      of: resource.entity,
      state: rules.editable,
      held: [
        ...EDITS.filter((one) => !exempt.has(one)),
        ...(exempt.has("patch") ? [] : linked),
      ],
    }, system)),
  ];
  return states.length === 0 ? undefined : tsArray(states);
}

/** Tells whether what may be done with a resource depends on states. */
export function hasTrialStates(
  resource: ResourceModel,
  system: SystemModel,
): boolean {
  return trialStates(resource, system) !== undefined;
}

/** The entities whose state decides what may be done in an API of its own shape. */
export function decidingEntities(
  { api, entities }: SystemModel,
): readonly string[] {
  return api
    ? [...new Set(entities.flatMap((entity) => decidersOf(entity)))]
    : [];
}

function decidersOf({ name, stateRules }: EntityModel): readonly string[] {
  if (stateRules === undefined) return [];
  return [
    ...stateRules.requires.map(({ entity }) => entity),
    ...(Object.keys(stateRules.editable).length > 0 ? [name.snake] : []),
  ];
}

function stateOf(
  { title, of, reference, state, held }: {
    readonly title: string;
    readonly of: string;
    readonly reference?: string;
    readonly state: StateModel;
    readonly held: readonly string[];
  },
  system: SystemModel,
): Ts[] {
  for (const [key, values] of Object.entries(state)) {
    const field = fieldsOf(of, system).find(({ name }) => name === key);
    const other = field && otherState(field, values);
    if (other === undefined) continue;
    return [tsObject({
      title: tsLiteral(title),
      of: tsLiteral(of),
      reference: reference === undefined ? undefined : tsLiteral(reference),
      shut: tsObject({ [key]: tsLiteral(other) }),
      held: tsLiteral(held),
    })];
  }
  return [];
}

const EDITS = ["replace", "patch", "delete"];
const WRITES = ["create", ...EDITS];
