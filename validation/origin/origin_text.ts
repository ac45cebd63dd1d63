/**
 * Says in words what a finding leads back to.
 *
 * @module
 */
import type { FindingOrigin } from "../report.ts";

/** Says it in one line, the likeliest cause first, such as `blueprint.yaml:8:7 (entities.task.fields.title), template …`. */
export function originText(origin: FindingOrigin): string {
  const { blueprint, template, otherTemplates = [], generated, edited = [] } =
    origin;
  const others = otherTemplates.length === 0
    ? ""
    : ` (or ${otherTemplates.join(", ")})`;
  return [
    ...(edited.length === 0
      ? []
      : [`edited since it was generated: ${edited.join(", ")}`]),
    ...(blueprint
      ? [
        `${blueprint.file}:${blueprint.line}:${blueprint.column}${
          blueprint.path === undefined ? "" : ` (${blueprint.path})`
        }`,
      ]
      : []),
    ...(generated === undefined ? [] : [generated]),
    ...(template === undefined ? [] : [`made by ${template}${others}`]),
  ].join(", ");
}
