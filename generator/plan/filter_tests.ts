/**
 * By what the lists of an entity are filtered in the generated tests.
 *
 * @module
 */
import type { EntityModel } from "../model/system_model.ts";
import { tsLiteral } from "../../templates/safe_text.ts";
import type { FilterTestView } from "../../templates/contract_test_views.ts";
import { elementField, isFilterable } from "./entity_view.ts";

/** Describes the test of filters; undefined where there is no list, or nothing to filter it by. */
export function filterTest(entity: EntityModel): FilterTestView | undefined {
  const fields = entity.fields.filter((field) =>
    isFilterable(field) && !field.writeOnly
  );
  if (!entity.operations.includes("list") || fields.length === 0) {
    return undefined;
  }
  return {
    fields: tsLiteral(fields.map(({ name }) => name)),
    choices: tsLiteral(
      Object.fromEntries(
        fields.filter((field) => elementField(field).type === "enum")
          .map((field) => [field.name, field.values ?? []]),
      ),
    ),
  };
}
