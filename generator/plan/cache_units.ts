/**
 * Plans the tests of what is kept in memory: what every kind of write changes is read anew.
 *
 * @module
 */
import type {
  ActionModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { CacheTestView } from "../../templates/views.ts";
import { stateBefore } from "./action_state.ts";
import { findEntity } from "./component_views.ts";
import { changedField } from "./contract_fields.ts";
import { specConstant } from "./entity_view.ts";
import {
  entityPlace,
  madeFor,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { controllerHandler, controllerOf, makeName } from "./sample_views.ts";

type Ts = Safe<"ts">;
type Write = CacheTestView["writes"][number];

/** The tests of every entity that is kept. */
export function cacheUnits(system: SystemModel): Unit[] {
  return system.entities.filter(({ cache }) => cache).flatMap((entity) =>
    madeFor(entityPlace(entity), [templateUnit(
      unit(
        `tests/contract/cache/${entity.name.snake}_test.ts`,
        "test",
        "component",
        ["tests/samples.ts", "tests/test_system.ts"],
      ),
      "tests/contract/cache/entity_cache_test.ts.eta",
      cacheTestView(entity, system),
    )])
  );
}

function cacheTestView(
  entity: EntityModel,
  system: SystemModel,
): CacheTestView {
  const writes = [
    ...ownWrites(entity, system),
    ...deletionsOfOthers(entity, system),
  ];
  // What is made before an action may have to be made of others.
  const others = writes.flatMap(({ make }) =>
    [...(make ?? "").matchAll(/\bmake[A-Z]\w*(?=\()/g)]
      .map(([maker]) => name(maker))
  );
  const imports = [...new Set([makeName(entity), ...others])].toSorted();
  return {
    labelPlural: comment(entity.plural.words),
    constant: specConstant(entity),
    file: name(entity.name.snake),
    imports: joined(imports, safe`, `),
    make: makeName(entity),
    controller: controllerCall(entity, system),
    writes,
  };
}

/** What requests to its own controller change. */
function ownWrites(entity: EntityModel, system: SystemModel): Write[] {
  const changed = changedField(entity);
  const isEditable =
    Object.keys(entity.stateRules?.editable ?? {}).length === 0;
  const deletion = request(entity, system, safe`operation: "delete"`);
  return [
    ...(changed && isEditable
      ? [{
        title: tsLiteral("it was patched"),
        ...request(
          entity,
          system,
          safe`operation: "patch", body: ${
            tsObject({ [changed.field]: changed.value })
          }`,
        ),
      }]
      : []),
    ...entity.actions.filter(isTold).map((action) => {
      const state = stateBefore(action, entity, system);
      return {
        title: tsLiteral(`the action ${action.name.kebab}`),
        ...(state === undefined ? {} : { make: makerOf(entity, state) }),
        ...request(
          entity,
          system,
          safe`operation: "action", action: ${tsLiteral(action.name.kebab)}`,
        ),
      };
    }),
    ...(isEditable
      ? [{ title: tsLiteral("it was deleted"), ...deletion }]
      : []),
    ...(isEditable && entity.softDelete ? [restoration(entity, system)] : []),
  ];
}

/** A state may be made with the help of `test`. */
function makerOf(entity: EntityModel, state: Ts): Ts {
  const make = safe<"ts">`${makeName(entity)}(test.system, ${state})`;
  return state.includes("await ")
    ? safe`async (test) => await ${make}`
    : safe`(test) => ${make}`;
}

function restoration(entity: EntityModel, system: SystemModel): Write {
  return {
    title: tsLiteral("it was restored"),
    make: safe<"ts">`async ({ system }) => {
      const made = await ${makeName(entity)}(system);
      await ${
      controllerCall(entity, system)
    }({ operation: "delete", id: made.id });
      return made;
    }`,
    ...request(entity, system, safe`operation: "action", action: "restore"`),
  };
}

/** Whether a test can tell that an action was done. */
function isTold({ set }: ActionModel): boolean {
  return Object.values(set).some((value) => value !== "$now");
}

/** What the deletion of an entity that it belongs to changes of it. */
function deletionsOfOthers(
  entity: EntityModel,
  system: SystemModel,
): Write[] {
  return entity.relations.flatMap((relation) => {
    if (relation.onDelete === "restrict" || !relation.required) return [];
    const target = findEntity(system, relation.entity);
    // What stands against its deletion is not there, unless it needs others to be as they are.
    if (target.stateRules || target === entity) return [];
    return [{
      title: tsLiteral(`its ${target.name.words} was deleted`),
      run: safe<"ts">`({ system }, { ${name(relation.field)} }) => ${
        controllerCall(target, system)
      }({ operation: "delete", id: ${name(relation.field)} })`,
    }];
  });
}

function request(
  entity: EntityModel,
  system: SystemModel,
  members: Ts,
): Pick<Write, "run"> {
  return {
    run: safe`({ system }, { id }) => ${
      controllerCall(entity, system)
    }({ ${members}, id })`,
  };
}

function controllerCall(entity: EntityModel, system: SystemModel): Ts {
  return safe`system.${controllerOf(entity, system)}.${
    controllerHandler(entity, system)
  }`;
}
