/**
 * What the template of the test of a route of values needs.
 *
 * @module
 */
import { seenName } from "../model/api_naming.ts";
import type { ApiModel, ValuesModel } from "../model/api_model.ts";
import type { FieldModel, SystemModel } from "../model/system_model.ts";
import {
  comment,
  name,
  type Safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { ValuesTestView } from "../../templates/views.ts";
import { findEntity } from "./component_views.ts";
import { otherValue } from "./other_values.ts";
import { sampleValue } from "./sample_values.ts";

type Ts = Safe<"ts">;

/** Describes the test of a route of values. */
export function valuesTestView(
  values: ValuesModel,
  api: ApiModel,
  system: SystemModel,
): ValuesTestView {
  const { errors } = api;
  const entity = findEntity(system, values.entity);
  const field = entity.fields.find((one) => one.name === values.field);
  const rule = entity.access?.rules["list"] ?? ["everyone"];
  const isAnybody = rule.some((word) =>
    ["everyone", "users", "owner"].includes(word)
  );
  return {
    labelPlural: comment(values.plural.words),
    confined: entity.access?.tenant !== undefined,
    subject: tsObject({
      path: tsLiteral(values.path),
      plural: tsLiteral(seenName(api, values.plural)),
      entity: tsLiteral(values.entity),
      field: tsLiteral(values.field),
      shape: name("API_SHAPE"),
      errors: tsLiteral(errors),
      role: isAnybody ? undefined : tsLiteral(rule[0]),
      examples: tsArray(field ? examplesOf(field) : []),
    }),
  };
}

/** Lists of which one has an element that another has. */
function examplesOf(field: FieldModel): readonly Ts[] {
  const one = tsLiteral(sampleValue(field));
  const other = otherValue(field);
  return other === undefined ? [one] : [one, other];
}
