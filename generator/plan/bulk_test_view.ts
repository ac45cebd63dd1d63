/**
 * What the generated tests of several entities at once need, and the files that they are.
 *
 * @module
 */
import type { BulkOperation } from "../blueprint/blueprint.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { BulkTestView } from "../../templates/test_views.ts";
import { permitted, userOf } from "./access_view.ts";
import { changedField } from "./contract_fields.ts";
import { typeNameOf } from "./entity_view.ts";
import {
  entityPlace,
  madeFor,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { resourceBulkUnits } from "./resource_bulk_view.ts";
import {
  bodyName,
  bodyPromise,
  controllerHandler,
  controllerOf,
  makeName,
} from "./sample_views.ts";
import { tenantOf } from "./tenant_view.ts";

/** The tests of each entity of which several can be changed at once. */
export function bulkUnits(system: SystemModel): Unit[] {
  if (system.api) return resourceBulkUnits(system.api, system);
  return system.entities.flatMap((entity) => {
    const view = bulkTestView(entity, system);
    return view === undefined ? [] : madeFor(entityPlace(entity), [
      templateUnit(
        unit(
          `tests/contract/bulk/${entity.name.snake}_bulk_test.ts`,
          "test",
          "component",
          ["tests/samples.ts", "tests/test_system.ts"],
        ),
        "tests/contract/bulk/entity_bulk_test.ts.eta",
        view,
      ),
    ]);
  });
}

/** Nothing where who they are depends on who asks, or where the rules let nobody. */
function bulkTestView(
  entity: EntityModel,
  system: SystemModel,
): BulkTestView | undefined {
  const { users } = system;
  const isOther = !users ||
    entity !== userOf(system) && entity !== tenantOf(system);
  const may = permitted(entity).operations;
  const operations = (entity.bulk?.operations ?? [])
    .filter((operation) => may.includes(operation));
  if (!isOther || operations.length === 0) return undefined;
  const changed = changedField(entity);
  const held = operations.filter((operation) => isHeld(operation, entity));
  const stranger = users && held.length > 0
    ? makeName(userOf(system))
    : undefined;
  const body = bodyPromise(entity, name("system"));
  const imports = new Set([
    bodyName(entity),
    makeName(entity),
    ...(stranger ? [stranger] : []),
  ]);
  return {
    labelPlural: comment(entity.plural.words),
    typeName: typeNameOf(entity),
    file: name(entity.name.snake),
    imports: joined([...imports].toSorted(), safe`, `),
    subject: tsObject({
      path: tsLiteral(entity.path),
      operations: tsLiteral(operations),
      most: tsLiteral(entity.bulk?.most ?? 0),
      changed: changed && tsObject({ [changed.field]: changed.value }),
      closed: users
        ? tsLiteral(operations.filter((one) => isClosed(one, entity)))
        : undefined,
      held: stranger ? tsLiteral(held) : undefined,
    }),
    auth: users !== undefined,
    ...(stranger ? { stranger } : {}),
    body: body.includes("system") ? body : safe`Promise.resolve(${body})`,
    make: makeName(entity),
    controller: controllerOf(entity, system),
    handler: controllerHandler(entity, system),
  };
}

function isClosed(operation: BulkOperation, { access }: EntityModel): boolean {
  return !(access?.rules[operation] ?? []).includes("everyone") ||
    access?.visible !== undefined;
}

/** Whether somebody new may not do it with what is others'. */
function isHeld(operation: BulkOperation, { access }: EntityModel): boolean {
  const rule = access?.rules[operation] ?? [];
  return operation !== "create" && rule.length > 0 &&
    !["everyone", "users"].some((word) => rule.includes(word));
}
