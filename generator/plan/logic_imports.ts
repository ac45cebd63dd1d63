/**
 * What the file of an entity's logic imports from files of the user's own.
 *
 * @module
 */
import { joined, name, safe } from "../../templates/safe_text.ts";
import type { EntityLogicView } from "../../templates/views.ts";
import type { EntityModel } from "../model/system_model.ts";
import { functionName } from "./logic_names.ts";
import { logicOf } from "./logic_of.ts";

/** Lists what comes from the user's own files, file by file. */
export function logicImports(entity: EntityModel): EntityLogicView["imports"] {
  const byFile = Map.groupBy(
    logicOf(entity).filter(({ file }) => file !== undefined),
    ({ file = "" }) => file,
  );
  return [...byFile].toSorted(([a], [b]) => a < b ? -1 : 1).map((
    [file, logic],
  ) => ({
    names: joined(
      [...new Set(logic.map(({ path }) => functionName(path)))].toSorted()
        .map((text) => name(text)),
      safe`, `,
    ),
    file: name(file.slice("logic/".length)),
  }));
}
