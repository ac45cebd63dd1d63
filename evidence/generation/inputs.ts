/**
 * What is generated from: the mission's request, word for word, and a blueprint.
 *
 * @module
 */
import {
  prepareBlueprint,
  type PreparedSystem,
  prepareRequest,
} from "../../generator/prepare.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";

/** One input. */
export interface Input {
  /** For the tables. */
  readonly name: string;
  /** Plans a request, or parses a blueprint, anew. */
  readonly prepare: () => Promise<PreparedSystem>;
}

/** The file of the mission's request. */
export const REQUEST_FILE = new URL(
  "../../tests/golden/task_manager/request.txt",
  import.meta.url,
);

/** The file of the blueprint: two entities with a relation, an enumeration and actions. */
export const BLUEPRINT_FILE = new URL(
  "../../tests/golden/shop_orders/blueprint.yaml",
  import.meta.url,
);

/** Reads both inputs. */
export async function readInputs(): Promise<readonly Input[]> {
  const request = await Deno.readTextFile(REQUEST_FILE);
  const blueprint = await Deno.readTextFile(BLUEPRINT_FILE);
  return [
    { name: "request", prepare: () => prepareRequest(request) },
    {
      name: "blueprint",
      prepare: () => prepareBlueprint(blueprint, "blueprint.yaml"),
    },
  ];
}

/** Returns the model; throws what stands against it. */
export function modelOf({ model, diagnostics }: PreparedSystem): SystemModel {
  if (model) return model;
  throw new Error(`Cannot generate: found ${JSON.stringify(diagnostics)}`);
}
