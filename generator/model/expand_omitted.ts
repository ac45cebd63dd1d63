/**
 * What the lists of a resource leave out → the model.
 *
 * @module
 */
import type { ResourceBlueprint } from "../blueprint/api_blueprint.ts";
import { nearName } from "../blueprint/near_name.ts";
import { quoted } from "../blueprint/quoted.ts";
import type { ApiContext } from "./api_context.ts";
import type { ResourceModel, ShownModel } from "./api_model.ts";

/** Looks up what is left out among what is shown; what is not found there is reported, and so is leaving out all. */
export function omittedOf(
  { listsOmit }: ResourceBlueprint,
  shows: readonly ShownModel[],
  path: string,
  { diagnostics }: ApiContext,
): Pick<ResourceModel, "listsOmit"> {
  if (listsOmit === undefined || listsOmit.length === 0) return {};
  const names = shows.map(({ name }) => name);
  listsOmit.forEach((name, index) => {
    if (names.includes(name)) return;
    const near = nearName(name, names);
    diagnostics.error(
      "AC563",
      `${path}[${index}]`,
      `Cannot leave ${
        quoted(name)
      } out of lists: found no such name in what is shown`,
      { hint: near ? `write "${near}"` : `there are ${names.join(", ")}` },
    );
  });
  if (names.length > 0 && names.every((name) => listsOmit.includes(name))) {
    diagnostics.error(
      "AC563",
      path,
      "Cannot leave everything out of lists: found nothing that they would show",
      { at: "key", hint: "leave one of the names" },
    );
  }
  return { listsOmit: [...new Set(listsOmit)] };
}
