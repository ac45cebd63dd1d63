/**
 * The behaviours of a system: logic that the blueprint says in plain words, and a language model writes.
 *
 * @module
 */
import type { EndpointModel } from "../model/endpoint_model.ts";
import type { LogicModel } from "../model/logic_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";

/** The kinds of logic that a behaviour can be. */
export type BehaviorKind =
  | "computed"
  | "guard"
  | "action"
  | "hook"
  | "endpoint";

/** Logic that is said in words. */
export type WordedLogic = LogicModel & { readonly behavior: string };

/** A behaviour and whose it is. */
export interface Behavior {
  /** What kind of logic it is. */
  readonly kind: BehaviorKind;
  /** The logic. */
  readonly logic: WordedLogic;
  /** The entity that it is about; none for an endpoint. */
  readonly entity?: EntityModel;
  /** The endpoint that it is. */
  readonly endpoint?: EndpointModel;
}

/** Lists the behaviours of a system, in the order of its files. */
export function behaviorsOf(
  { entities, endpoints = [] }: SystemModel,
): readonly Behavior[] {
  return [
    ...entities.flatMap((entity) => [
      ...entity.fields.flatMap(({ logic }) =>
        worded("computed", logic, { entity })
      ),
      ...entity.actions.flatMap(({ guard, logic }) => [
        ...worded("guard", guard, { entity }),
        ...worded("action", logic, { entity }),
      ]),
      ...(entity.hooks ?? []).flatMap((hook) =>
        worded("hook", hook, { entity })
      ),
    ]),
    ...endpoints.flatMap((endpoint) =>
      worded("endpoint", endpoint.logic, { endpoint })
    ),
  ];
}

/** Gives the behaviours, by the path of each in the blueprint, these statements; the others stay as they are. */
export function withBodies(
  system: SystemModel,
  bodies: ReadonlyMap<string, string>,
): SystemModel {
  const filled = <L extends LogicModel | undefined>(logic: L): L => {
    const run = logic?.behavior === undefined
      ? undefined
      : bodies.get(logic.path);
    return run === undefined ? logic : { ...logic, run };
  };
  const { endpoints } = system;
  return {
    ...system,
    entities: system.entities.map((entity) => ({
      ...entity,
      fields: entity.fields.map((field) =>
        field.logic ? { ...field, logic: filled(field.logic) } : field
      ),
      actions: entity.actions.map((action) => ({
        ...action,
        ...(action.guard ? { guard: filled(action.guard) } : {}),
        ...(action.logic ? { logic: filled(action.logic) } : {}),
      })),
      ...(entity.hooks ? { hooks: entity.hooks.map(filled) } : {}),
    })),
    ...(endpoints
      ? {
        endpoints: endpoints.map((one) => ({
          ...one,
          logic: filled(one.logic),
        })),
      }
      : {}),
  };
}

function worded(
  kind: BehaviorKind,
  logic: LogicModel | undefined,
  whose: Pick<Behavior, "entity" | "endpoint">,
): Behavior[] {
  return logic?.behavior === undefined
    ? []
    : [{ kind, logic: { ...logic, behavior: logic.behavior }, ...whose }];
}
