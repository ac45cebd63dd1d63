/**
 * Plans the files that only systems with live entities have.
 *
 * @module
 */
import type { ApiModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import {
  entityPlace,
  madeFor,
  resourcePlace,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { resourceLiveTestView } from "./live_trial_view.ts";
import { liveTestView } from "./live_test_view.ts";
import { liveEntities, liveFeedView } from "./live_views.ts";

/** The component that tells of changes, and its tests. */
export function liveUnits(system: SystemModel): Unit[] {
  const feed = system.components.find(({ type }) => type === "LiveFeed");
  if (feed === undefined) return [];
  const component = `components/${feed.name}.ts`;
  const entities = liveEntities(system);
  const view = liveFeedView(system, feed.description);
  return [
    templateUnit(
      unit(
        component,
        "component",
        "component",
        entities.map(({ name }) => `models/${name.snake}.ts`),
      ),
      "components/live_feed.ts.eta",
      view,
    ),
    templateUnit(
      unit(`tests/unit/${feed.name}_test.ts`, "test", "component", [component]),
      "tests/unit/live_feed_test.ts.eta",
      view,
    ),
    ...(system.api ? resourceUnits(system.api, system) : []),
    ...(system.api ? [] : entities).flatMap((entity) =>
      madeFor(entityPlace(entity), [templateUnit(
        unit(
          `tests/contract/live/${entity.name.snake}_live_test.ts`,
          "test",
          "component",
          ["tests/samples.ts", "tests/test_system.ts"],
        ),
        "tests/contract/live/entity_live_test.ts.eta",
        liveTestView(entity, system),
      )])
    ),
  ];
}

function resourceUnits(api: ApiModel, system: SystemModel): Unit[] {
  return api.resources.filter(({ live }) => live).flatMap((resource) => {
    const file = resource.name.snake;
    return madeFor(resourcePlace(resource), [templateUnit(
      unit(`tests/contract/live/${file}_live_test.ts`, "test", "component", [
        `tests/subjects/${file}_subject.ts`,
      ]),
      "tests/contract/live/resource_live_test.ts.eta",
      resourceLiveTestView(resource, api, system),
    )]);
  });
}
