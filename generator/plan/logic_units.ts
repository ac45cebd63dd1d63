/**
 * Plans the files that only systems with logic of the user's own have.
 *
 * @module
 */
import type { LogicFile } from "../model/logic_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  entityPlace,
  madeFor,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { examplesFile, logicExamplesView } from "./logic_examples_view.ts";
import { pathOf } from "./logic_path.ts";
import { logicTestView } from "./logic_test_view.ts";
import {
  asksLogic,
  entityLogicView,
  hasChangingLogic,
  systemLogicView,
} from "./logic_view.ts";

/** The logic of each entity, the table of all of it, and its tests. */
export function logicUnits(system: SystemModel): Unit[] {
  const table = systemLogicView(system);
  const asked = system.entities.filter(asksLogic);
  return [
    ...(system.logicFiles ?? []).map(fileUnit),
    ...system.entities.flatMap((entity) =>
      madeFor(entityPlace(entity), entityUnits(entity))
    ),
    ...(table
      ? [
        templateUnit(
          unit("logic/system_logic.ts", "logic", "scaffold", asked.map(pathOf)),
          "logic/system_logic.ts.eta",
          table,
        ),
      ]
      : []),
    ...asked.flatMap((entity) =>
      madeFor(entityPlace(entity), [testUnit(entity, system)])
    ),
    ...system.entities.flatMap((entity) =>
      madeFor(entityPlace(entity), examplesUnits(entity, system))
    ),
  ];
}

/** A file of the user's own is copied as it is. */
function fileUnit({ path, text }: LogicFile): Unit {
  return {
    ...unit(path, "logic", "component"),
    ownership: "yours",
    source: { kind: "verbatim", text },
  };
}

function entityUnits(entity: EntityModel): Unit[] {
  const view = entityLogicView(entity);
  const file = entity.name.snake;
  const dependsOn = [
    `models/${file}.ts`,
    ...(hasChangingLogic(entity) ? [`schemas/${file}_schema.ts`] : []),
  ];
  return view === undefined ? [] : [
    templateUnit(
      unit(pathOf(entity), "logic", "component", dependsOn),
      "logic/entity_logic.ts.eta",
      view,
    ),
  ];
}

function examplesUnits(entity: EntityModel, system: SystemModel): Unit[] {
  const view = logicExamplesView(entity, system);
  return view === undefined ? [] : [
    templateUnit(
      unit(examplesFile(entity), "test", "component", [pathOf(entity)]),
      "tests/unit/entity_examples_test.ts.eta",
      view,
    ),
  ];
}

function testUnit(entity: EntityModel, system: SystemModel): Unit {
  const component = `components/${entity.name.snake}_controller.ts`;
  const controller = system.components.find(({ type, entity: served }) =>
    type === "Controller" && served === entity.name.snake
  );
  return templateUnit(
    unit(
      `tests/unit/${entity.name.snake}_logic_test.ts`,
      "test",
      "component",
      [
        controller ? `components/${controller.name}.ts` : component,
        "logic/system_logic.ts",
      ],
    ),
    "tests/unit/entity_logic_test.ts.eta",
    logicTestView(entity, system),
  );
}
