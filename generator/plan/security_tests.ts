/**
 * Plans the tests in which attackers try what they always try.
 *
 * @module
 */
import type { ResourceModel } from "../model/api_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  safe,
  tsArray,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { SecurityTestView } from "../../templates/views.ts";
import { specConstant } from "./entity_view.ts";
import { templateUnit, type Unit, unit } from "./file_plan.ts";
import { subjectConstant } from "./resource_subject_view.ts";
import { bodyCall, bodyName, bodyPromise, makeName } from "./sample_views.ts";

/** Plans the attacks on an entity; it has what somebody may do. */
export function securityUnit(
  entity: EntityModel,
  around: readonly string[],
): Unit {
  return templateUnit(
    unit(
      `tests/security/${entity.name.snake}_security_test.ts`,
      "test",
      "component",
      around,
    ),
    "tests/security/entity_security_test.ts.eta",
    securityView(entity),
  );
}

/** Plans the attacks on a resource. */
export function resourceSecurityUnit(
  resource: ResourceModel,
  around: readonly string[],
): Unit {
  const file = resource.name.snake;
  return templateUnit(
    unit(
      `tests/security/${file}_security_test.ts`,
      "test",
      "component",
      around,
    ),
    "tests/security/resource_security_test.ts.eta",
    {
      labelPlural: comment(resource.plural.words),
      constant: subjectConstant(resource),
      file: name(file),
    },
  );
}

function securityView(entity: EntityModel): SecurityTestView {
  return {
    labelPlural: comment(entity.plural.words),
    constant: specConstant(entity),
    file: name(entity.name.snake),
    imports: joined([bodyName(entity), makeName(entity)].toSorted(), safe`, `),
    operations: tsArray(entity.operations.map((one) => tsLiteral(one))),
    actions: tsArray(repeatable(entity).map((one) => tsLiteral(one))),
    body: bodyCall(entity, name("system")).startsWith("await ")
      ? safe`({ system }) => ${bodyPromise(entity, name("system"))}`
      : bodyName(entity),
    make: safe`({ system }) => ${makeName(entity)}(system)`,
  };
}

/** The actions of which a second one at the same time can be told from the first. */
function repeatable({ actions }: EntityModel): string[] {
  return actions.filter(({ set }) =>
    Object.values(set).some((value) => value !== "$now")
  ).map(({ name }) => name.kebab);
}

/** Tells whether clients send or ask anything about an entity. */
export function isAttackable(
  { operations, actions }: Pick<EntityModel, "operations" | "actions">,
): boolean {
  return operations.some((operation) => operation !== "delete") ||
    actions.length > 0;
}

/** Lists the copies that these tests need. */
export function securityRoots({ api, entities }: SystemModel): string[] {
  if (api) return ["resource_hostile_trials"];
  return entities.length > 0 ? ["hostile_trials"] : [];
}
