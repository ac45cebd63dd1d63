/**
 * What templates need to know about the aggregates of a resource, ready made.
 *
 * @module
 */
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import {
  comment,
  mdCode,
  name,
  type Safe,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { ResourceAggregatesTestView } from "../../templates/resource_service_views.ts";
import { aggregatesConstant, aggregateTest } from "./aggregate_view.ts";
import { findEntity } from "./component_views.ts";
import {
  madeFor,
  resourcePlace,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { subjectConstant } from "./resource_subject_view.ts";

type Ts = Safe<"ts">;
type Md = Safe<"md">;

/** Renders the aggregates that a resource tells, of those that describe its entity; undefined where it tells none. */
export function resourceAggregates(
  { aggregates, entity: entityName }: ResourceModel,
  system: SystemModel,
): Ts | undefined {
  if (aggregates.length === 0) return undefined;
  const entity = findEntity(system, entityName);
  const all = aggregatesConstant(entity);
  return aggregates.length === entity.aggregates?.length
    ? all
    : safe`${all}.filter(({ name }) => ${
      tsLiteral(aggregates.map(({ name }) => name.kebab))
    }.includes(name))`;
}

/** Plans the tests of the aggregates of each resource. */
export function resourceAggregateUnits(
  { resources }: ApiModel,
  system: SystemModel,
): Unit[] {
  return resources.flatMap((resource) => {
    const view = testView(resource, system);
    const file = resource.name.snake;
    return view === undefined ? [] : madeFor(resourcePlace(resource), [
      templateUnit(
        unit(
          `tests/contract/aggregates/${file}_aggregates_test.ts`,
          "test",
          "component",
          [`tests/subjects/${file}_subject.ts`],
        ),
        "tests/contract/aggregates/resource_aggregates_test.ts.eta",
        view,
      ),
    ]);
  });
}

function testView(
  resource: ResourceModel,
  system: SystemModel,
): ResourceAggregatesTestView | undefined {
  const specs = resourceAggregates(resource, system);
  const entity = findEntity(system, resource.entity);
  const test = aggregateTest(entity);
  return specs && test && {
    labelPlural: comment(resource.plural.words),
    subject: subjectConstant(resource),
    file: name(resource.name.snake),
    specs,
    constant: test.constant,
    model: name(entity.name.snake),
    values: test.values,
  };
}

/** Says for docs/API.md what aggregates are; undefined where there are none. */
export function resourceAggregatesText(
  { resources }: ApiModel,
): Md | undefined {
  if (resources.every(({ aggregates }) => aggregates.length === 0)) {
    return undefined;
  }
  return safe`What a list comes to has a path of its own, for whoever may list, over exactly what they would find there, with the parameters of the list that filter it. The answer is ${
    mdCode('{ "groups": [ … ] }')
  }: of each group what its entities have in common, as the list shows it, ${
    mdCode("count")
  }, and what was asked for under ${mdCode("sum")}, ${mdCode("avg")}, ${
    mdCode("min")
  } and ${
    mdCode("max")
  }, under the names that the list has. Groups stand in the order of their values, null first; ${
    mdCode("month")
  } and the like are of dates and times in UTC. What is worked out of decimals is a text with all its digits, and so is a mean of integers; it has two places more than the field, rounded half to even. Null counts as nothing: a sum of nothing is 0, anything else of nothing is null. More than 1000 groups are 422.`;
}
