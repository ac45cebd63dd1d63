/**
 * Whether each component's class has its name for itself.
 *
 * @module
 */
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { TAKEN_TYPE_NAMES } from "../blueprint/reserved_names.ts";
import { typeNameOf } from "./names.ts";
import type { ComponentModel, EntityModel } from "./system_model.ts";

/** Reports components whose class would hide another name of the generated code. */
export function checkClassNames(
  components: readonly ComponentModel[],
  entities: readonly EntityModel[],
  diagnostics: DiagnosticList,
): void {
  const taken = new Map(
    entities.map((
      { name },
    ) => [typeNameOf(name), `the entity "${name.snake}"`]),
  );
  for (const { name, className } of components) {
    const owner = taken.get(className) ??
      (TAKEN_TYPE_NAMES.has(className) ? "a name that every system uses" : "");
    taken.set(className, `the component "${name}"`);
    if (owner === "") continue;
    diagnostics.error(
      "AC204",
      `components.${name}`,
      `Cannot name the class of "${name}" ${className}: found ${owner} with that name`,
      { at: "key", hint: `rename it, such as "${name}_component"` },
    );
  }
}
