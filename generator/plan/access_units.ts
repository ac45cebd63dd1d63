/**
 * Plans the files that only systems with users have.
 *
 * @module
 */
import type { ComponentModel, SystemModel } from "../model/system_model.ts";
import { accessTestFile } from "./acceptance_elsewhere.ts";
import { accessTestView, authTestView } from "./access_test_view.ts";
import {
  accessRulesView,
  authControllerView,
  authSchemaView,
  innerEntities,
  userOf,
} from "./access_view.ts";
import { entityView } from "./entity_view.ts";
import { tenantsTestView } from "./tenant_view.ts";
import {
  entityPlace,
  madeFor,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";

/** The table of rules, the bodies of registration and login, and what passwords and tokens are kept in. */
export function accessUnits(system: SystemModel): Unit[] {
  return [
    templateUnit(
      unit("access/access_rules.ts", "access", "scaffold"),
      "access/access_rules.ts.eta",
      accessRulesView(system),
    ),
    templateUnit(
      unit("schemas/auth_schema.ts", "schema", "component"),
      "schemas/auth_schema.ts.eta",
      authSchemaView(system),
    ),
    ...innerEntities(system).map((entity) =>
      templateUnit(
        unit(`models/${entity.name.snake}.ts`, "model", "component"),
        "models/entity.ts.eta",
        { ...entityView(entity, system), interfaces: [] },
      )
    ),
  ];
}

/** The component that signs users in. */
export function authControllerUnit(
  component: ComponentModel,
  system: SystemModel,
): Unit {
  return templateUnit(
    unit(`components/${component.name}.ts`, "component", "component", [
      `models/${userOf(system).name.snake}.ts`,
      ...innerEntities(system).map(({ name }) => `models/${name.snake}.ts`),
    ]),
    "components/auth_controller.ts.eta",
    authControllerView(component, system),
  );
}

/** The tests that try to get in, and to break every rule. */
export function accessTestUnits(
  system: SystemModel,
  around: readonly string[],
): Unit[] {
  return [
    templateUnit(
      unit("tests/unit/auth_controller_test.ts", "test", "component", around),
      "tests/unit/auth_controller_test.ts.eta",
      authTestView(system),
    ),
    ...(system.api?.account ? [] : tenantsTestUnits(system, around)),
    ...(system.api ? [] : system.entities).flatMap((entity) => {
      const { access } = entity;
      const hasRoutes = entity.operations.length + entity.actions.length > 0;
      return access && hasRoutes
        ? madeFor(entityPlace(entity), [templateUnit(
          unit(
            accessTestFile(entity),
            "test",
            "component",
            around,
          ),
          "tests/access/entity_access_test.ts.eta",
          accessTestView(entity, access, system),
        )])
        : [];
    }),
  ];
}

function tenantsTestUnits(
  system: SystemModel,
  around: readonly string[],
): Unit[] {
  const view = tenantsTestView(system);
  return view === undefined ? [] : [
    templateUnit(
      unit("tests/access/tenants_test.ts", "test", "component", around),
      "tests/access/tenants_test.ts.eta",
      view,
    ),
  ];
}
