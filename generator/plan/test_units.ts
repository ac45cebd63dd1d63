/**
 * Plans the tests of a system.
 *
 * @module
 */
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { accessTestUnits } from "./access_units.ts";
import { actorView, permitted, userOf } from "./access_view.ts";
import { acceptanceView } from "./acceptance_view.ts";
import { fieldsTestView } from "./fields_test_view.ts";
import { filesTestView } from "./files_test_view.ts";
import { bootTestView } from "./boot_test_view.ts";
import { triesClient } from "./client_units.ts";
import { contractView } from "./contract_view.ts";
import {
  entityPlace,
  madeFor,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { testSystemView } from "./main_view.ts";
import { objectsTestView } from "./objects_test_view.ts";
import { propertyView } from "./property_view.ts";
import { sampleView } from "./sample_views.ts";
import { isAttackable, securityUnit } from "./security_tests.ts";
import { selectionTestView } from "./selection_test_view.ts";
import { settingsTestView } from "./settings_test_view.ts";
import { homeView, tenantOf } from "./tenant_view.ts";
import { trialUnits } from "./trial_units.ts";

/** Every test but those of single components. */
export function testUnits(system: SystemModel): Unit[] {
  const samples = system.entities.map((entity) => sampleView(entity, system));
  const around = ["tests/samples.ts", "tests/test_system.ts"];
  const actor = actorView(system);
  const home = homeView(system);
  // An API of its own shape has tests that speak it.
  const shown = (system.api ? [] : system.entities).filter((entity) =>
    !system.users ||
    // Who they are depends on who asks: the access tests show them.
    entity !== userOf(system) && entity !== tenantOf(system)
  ).map(permitted);
  return [
    templateUnit(
      unit("tests/samples.ts", "test", "component", ["main.ts"]),
      "tests/samples.ts.eta",
      {
        samples,
        slotted: samples.some((sample) => sample.slotted),
        numbered: samples.some((sample) => sample.numbered),
        picks: samples.some((sample) => sample.picks),
        hides: samples.some((sample) => sample.hides),
        puts: samples.some((sample) => sample.store !== undefined),
        ...(actor ? { actor } : {}),
        ...(home ? { home } : {}),
      },
    ),
    templateUnit(
      unit("tests/test_system.ts", "test", "scaffold", [
        "main.ts",
        ...(triesClient(system) ? ["client/client.ts"] : []),
      ]),
      "tests/test_system.ts.eta",
      testSystemView(system),
    ),
    templateUnit(
      unit("tests/unit/system_config_test.ts", "test", "scaffold", [
        "config/system_config.ts",
      ]),
      "tests/unit/system_config_test.ts.eta",
      settingsTestView(system),
    ),
    templateUnit(
      unit("tests/boot_test.ts", "test", "scaffold", around),
      "tests/boot_test.ts.eta",
      bootTestView(system),
    ),
    ...(system.users ? madeFor("users", accessTestUnits(system, around)) : []),
    ...(system.api ? [] : system.entities).flatMap((entity) =>
      madeFor(entityPlace(entity), selectionTestUnits(entity, system, around))
    ),
    ...shown.flatMap((entity) =>
      madeFor(entityPlace(entity), [
        ...contractTestUnits(entity, system, around),
        ...fieldsTestUnits(entity, system, around),
        ...(isAttackable(entity) ? [securityUnit(entity, around)] : []),
        ...objectsTestUnits(entity, around),
        ...(system.api ? [] : filesTestUnits(entity, system, around)),
        ...(isProbed(entity)
          ? [
            templateUnit(
              unit(
                `tests/property/${entity.name.snake}_property_test.ts`,
                "test",
                "component",
                around,
              ),
              "tests/property/entity_property_test.ts.eta",
              propertyView(entity, system),
            ),
          ]
          : []),
      ])
    ),
    ...(system.api ? trialUnits(system.api, system) : []),
    ...(system.requirements.length === 0 || system.api ? [] : [
      {
        ...templateUnit(
          unit("tests/acceptance_test.ts", "test", "component", around),
          "tests/acceptance_test.ts.eta",
          acceptanceView(system),
        ),
        about: "requirements",
      },
    ]),
  ];
}

function contractTestUnits(
  entity: EntityModel,
  system: SystemModel,
  around: readonly string[],
): Unit[] {
  const view = contractView(entity, system);
  const { operations, actions } = entity;
  // What is there and nobody may use is tried by the tests of access.
  const isTried = operations.length + actions.length + view.refused.length > 0;
  const path = `tests/contract/${entity.name.snake}_test.ts`;
  return isTried
    ? [
      templateUnit(
        unit(path, "test", "component", around),
        "tests/contract/entity_test.ts.eta",
        view,
      ),
    ]
    : [];
}

function selectionTestUnits(
  entity: EntityModel,
  system: SystemModel,
  around: readonly string[],
): Unit[] {
  const view = selectionTestView(entity, system);
  const path = `tests/contract/${entity.name.snake}_selection_test.ts`;
  return view === undefined ? [] : [
    templateUnit(
      unit(path, "test", "component", around),
      "tests/contract/entity_selection_test.ts.eta",
      view,
    ),
  ];
}

function fieldsTestUnits(
  entity: EntityModel,
  system: SystemModel,
  around: readonly string[],
): Unit[] {
  const view = fieldsTestView(entity, system);
  const path = `tests/contract/${entity.name.snake}_fields_test.ts`;
  return view === undefined ? [] : [
    templateUnit(
      unit(path, "test", "component", around),
      "tests/contract/entity_fields_test.ts.eta",
      view,
    ),
  ];
}

function filesTestUnits(
  entity: EntityModel,
  system: SystemModel,
  around: readonly string[],
): Unit[] {
  const view = filesTestView(entity, system);
  const path = `tests/contract/${entity.name.snake}_files_test.ts`;
  return view === undefined ? [] : [
    templateUnit(
      unit(path, "test", "component", around),
      "tests/contract/entity_files_test.ts.eta",
      view,
    ),
  ];
}

function objectsTestUnits(
  entity: EntityModel,
  around: readonly string[],
): Unit[] {
  const view = objectsTestView(entity);
  const path = `tests/contract/${entity.name.snake}_objects_test.ts`;
  return view === undefined ? [] : [
    templateUnit(
      unit(path, "test", "component", around),
      "tests/contract/entity_objects_test.ts.eta",
      view,
    ),
  ];
}

/** Tells whether clients send anything about the entity that could be arbitrary. */
function isProbed(entity: EntityModel): boolean {
  return ["list", "create", "replace", "patch"].some((operation) =>
    entity.operations.some((one) => one === operation)
  );
}
