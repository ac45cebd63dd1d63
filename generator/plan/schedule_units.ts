/**
 * Plans the files that only systems with schedules have.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { templateUnit, type Unit, unit } from "./file_plan.ts";
import {
  schedulerView,
  schedulesDocView,
  schedulesTestView,
  schedulesView,
} from "./schedule_views.ts";

/** The table of schedules, the component that keeps them, their tests and their page. */
export function scheduleUnits(system: SystemModel): Unit[] {
  const scheduler = system.components.find(({ type }) => type === "Scheduler");
  if (scheduler === undefined) return [];
  const table = "schedule/schedules.ts";
  const component = `components/${scheduler.name}.ts`;
  const view = schedulerView(scheduler);
  return [
    templateUnit(
      unit(table, "config", "scaffold"),
      "schedule/schedules.ts.eta",
      schedulesView(system),
    ),
    templateUnit(
      unit(component, "component", "component", [table]),
      "components/scheduler.ts.eta",
      view,
    ),
    templateUnit(
      unit(`tests/unit/${scheduler.name}_test.ts`, "test", "component", [
        component,
      ]),
      "tests/unit/scheduler_test.ts.eta",
      view,
    ),
    templateUnit(
      unit("tests/contract/schedules_test.ts", "test", "component", [
        "tests/samples.ts",
        "tests/test_system.ts",
      ]),
      "tests/contract/schedules_test.ts.eta",
      schedulesTestView(system),
    ),
    templateUnit(
      unit("docs/SCHEDULES.md", "doc", "scaffold"),
      "docs/SCHEDULES.md.eta",
      schedulesDocView(system),
    ),
  ];
}
