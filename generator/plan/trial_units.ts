/**
 * Plans the tests of an API of its own shape.
 *
 * @module
 */
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { findEntity } from "./component_views.ts";
import {
  madeFor,
  resourcePlace,
  templateUnit,
  type Unit,
  unit,
} from "./file_plan.ts";
import { resourceAggregateUnits } from "./resource_aggregate_view.ts";
import { resourceFilesTestView } from "./resource_file_view.ts";
import { resourceSubjectView } from "./resource_subject_view.ts";
import { resourceSecurityUnit } from "./security_tests.ts";
import {
  accountTestView,
  resourceAccessTestView,
  resourcePropertyTestView,
  resourceTestView,
  trialSystemView,
} from "./trial_views.ts";
import { valuesTestView } from "./values_test_view.ts";

/** What is declared of each resource, and the tests that hold the API to it. */
export function trialUnits(api: ApiModel, system: SystemModel): Unit[] {
  const around = ["tests/samples.ts", "tests/test_system.ts"];
  const account = accountTestView(api, system);
  return [
    templateUnit(
      test("tests/trial_system.ts", around),
      "tests/trial_system.ts.eta",
      trialSystemView(system),
    ),
    ...api.resources.flatMap((resource) =>
      madeFor(resourcePlace(resource), resourceTests(resource, api, system))
    ),
    ...resourceAggregateUnits(api, system),
    ...api.values.map((values) =>
      templateUnit(
        test(contractPath(`${values.name.snake}_values`, api), around),
        "tests/contract/values_test.ts.eta",
        valuesTestView(values, api, system),
      )
    ),
    ...(account
      ? [templateUnit(
        test(contractPath("account", api), around),
        "tests/contract/account_test.ts.eta",
        account,
      )]
      : []),
  ];
}

/** A resource may have the same name. */
function contractPath(name: string, { resources }: ApiModel): string {
  const taken = new Set(resources.map(({ name }) => name.snake));
  let free = name;
  while (taken.has(free)) free = `own_${free}`;
  return `tests/contract/${free}_test.ts`;
}

function resourceTests(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Unit[] {
  const file = resource.name.snake;
  const entity = findEntity(system, resource.entity);
  if (!hasRoutes(resource, entity)) return [];
  const subject = `tests/subjects/${file}_subject.ts`;
  const access = resourceAccessTestView(resource, api, system);
  const files = resourceFilesTestView(resource, system);
  return [
    templateUnit(
      test(subject, [`resources/${file}_resource.ts`]),
      "tests/subjects/resource_subject.ts.eta",
      resourceSubjectView(resource, api, system),
    ),
    templateUnit(
      test(`tests/contract/${file}_test.ts`, [subject]),
      "tests/contract/resource_test.ts.eta",
      resourceTestView(resource, system),
    ),
    ...(files
      ? [templateUnit(
        test(`tests/contract/${file}_files_test.ts`, [subject]),
        "tests/contract/resource_files_test.ts.eta",
        files,
      )]
      : []),
    ...(access
      ? [templateUnit(
        test(`tests/access/${file}_access_test.ts`, [subject]),
        "tests/access/resource_access_test.ts.eta",
        access,
      )]
      : []),
    ...(isProbed(resource) ? [resourceSecurityUnit(resource, [subject])] : []),
    ...(isProbed(resource)
      ? [templateUnit(
        test(`tests/property/${file}_property_test.ts`, [subject]),
        "tests/property/resource_property_test.ts.eta",
        resourcePropertyTestView(resource, system),
      )]
      : []),
  ];
}

function hasRoutes(
  { operations, lists }: ResourceModel,
  { actions, marks = [] }: EntityModel,
): boolean {
  return operations.length + lists.length + actions.length + marks.length > 0;
}

function isProbed({ operations }: ResourceModel): boolean {
  return operations.some(({ operation }) =>
    operation !== "get" && operation !== "delete"
  );
}

function test(path: string, dependsOn: readonly string[]) {
  return unit(path, "test", "component", dependsOn);
}
