/**
 * What templates need to know of what is done with several entities of a resource at once, ready made.
 *
 * @module
 */
import { fieldName, itemsName } from "../model/api_naming.ts";
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import {
  comment,
  mdCode,
  mdText,
  name,
  type Safe,
  safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { permitted } from "./access_view.ts";
import { findEntity } from "./component_views.ts";
import { changedField } from "./contract_fields.ts";
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

/** Renders what adds the routes; undefined where there are none. */
export function resourceBulkExpression(
  { bulk }: ResourceModel,
): Ts | undefined {
  return bulk &&
    safe`resourceBulk(${tsArray(bulk.operations.map(tsLiteral))}, ${
      tsLiteral(bulk.most)
    })`;
}

/** Plans the tests of what is done with several of each resource. */
export function resourceBulkUnits(
  { resources }: ApiModel,
  system: SystemModel,
): Unit[] {
  return resources.flatMap((resource) => {
    const { bulk, name: { snake } } = resource;
    if (bulk === undefined) return [];
    const entity = permitted(findEntity(system, resource.entity));
    const changed = changedField(entity);
    return madeFor(resourcePlace(resource), [
      templateUnit(
        unit(
          `tests/contract/bulk/${snake}_bulk_test.ts`,
          "test",
          "component",
          [`tests/subjects/${snake}_subject.ts`],
        ),
        "tests/contract/bulk/resource_bulk_test.ts.eta",
        {
          labelPlural: comment(resource.plural.words),
          subject: subjectConstant(resource),
          file: name(snake),
          options: tsObject({
            operations: tsLiteral(bulk.operations),
            most: tsLiteral(bulk.most),
            changed: changed && tsObject({ [changed.field]: changed.value }),
          }),
        },
      ),
    ]);
  });
}

/** Says for docs/API.md how several are changed at once; undefined where they are not. */
export function resourceBulkText(api: ApiModel): Md | undefined {
  const { resources, naming } = api;
  const [first] = resources.filter(({ bulk }) => bulk);
  if (first === undefined) return undefined;
  const list = itemsName(api, first.plural);
  const key = fieldName(api, first.shows, first.key);
  const has = (operation: string) =>
    resources.some(({ bulk }) =>
      bulk?.operations.some((one) => one === operation)
    );
  const limits = [...new Set(resources.flatMap(({ bulk }) => bulk?.most ?? []))]
    .toSorted((a, b) => a - b);
  const forms: Md[] = [
    ...(has("create") ? [safe<"md">`what creates one`] : []),
    ...(has("patch")
      ? [
        safe<"md">`${
          mdCode(`{ "${key}": …, "changes": { … } }`)
        } to change one, the changes being those of a PATCH`,
      ]
      : []),
    ...(has("delete")
      ? [safe<"md">`${mdCode(`{ "${key}": … }`)} to delete one`]
      : []),
  ];
  const tags: Md = has("patch") || has("delete")
    ? safe` With ${
      mdCode(naming === "snake_case" ? '"if_match"' : '"ifMatch"')
    } and an ${mdCode("ETag")} beside its key, each has a condition as ${
      mdCode("If-Match")
    } is.`
    : safe``;
  return safe`The paths that end with ${mdCode("/bulk/…")} take lists of ${
    mdText(limits.join(" or "))
  } at most, such as ${mdCode(`{ "${list}": [ … ] }`)}, of ${
    forms.reduce<Md>((all, form) =>
      all === "" ? form : safe`${all}; ${form}`, safe``)
  }.${tags} All are done or none, in one transaction, each as if it were alone and by whoever may do it alone. They are answered with the list as it became, in order, or with 204 after a deletion. What stands against one has the status that it would have alone, and paths such as ${
    mdCode(`${list}/3/${key}`)
  }, counted from 0.`;
}
