/**
 * What the tests of a store find an entity by.
 *
 * @module
 */
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { tsLiteral, tsObject } from "../../templates/safe_text.ts";
import type { StoreTestView } from "../../templates/views.ts";
import { isFilterable, isOwn } from "./entity_view.ts";
import { sampleValue } from "./sample_values.ts";
import { searchedFields } from "./search_view.ts";

/** Lists the fields with one value each, and those whose texts are searched; none where there is no field. */
export function foundBy(
  entity: EntityModel,
  system: SystemModel,
): Pick<StoreTestView, "found"> {
  const fields = entity.fields.filter((field) =>
    isFilterable(field) && field.type !== "list" &&
    field.relation?.entity !== entity.name.snake
  );
  if (fields.length === 0) return {};
  const texts = isOwn(entity, system)
    ? []
    : searchedFields(entity).filter((field) =>
      String(sampleValue(field)).length <= MOST_LETTERS
    );
  return {
    found: tsObject({
      fields: tsLiteral(fields.map(({ name }) => name)),
      texts: texts.length === 0
        ? undefined
        : tsLiteral(texts.map(({ name }) => name)),
    }),
  };
}

/** As long as a search may be. */
const MOST_LETTERS = 200;
