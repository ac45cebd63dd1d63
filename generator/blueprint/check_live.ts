/**
 * Live updates: is there a list to whose readers they can be told?
 *
 * @module
 */
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";

/** Checks one entity. */
export function checkLive(
  name: string,
  entity: EntityBlueprint,
  { components = {} }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  if (!entity.live) return;
  const refuse = (found: string, hint: string) =>
    diagnostics.error(
      "AC650",
      `entities.${name}.live`,
      `Cannot tell of changes of "${name}": ${found}`,
      { at: "key", hint },
    );
  if (entity.operations && !entity.operations.includes("list")) {
    refuse(
      'found no operation "list", by whose rule it is told',
      'add "list" to "operations", or leave "live" out',
    );
  }
  if (!Object.hasOwn(components, LIVE_FEED)) return;
  diagnostics.error(
    "AC651",
    `components.${LIVE_FEED}`,
    `Cannot name a component "${LIVE_FEED}": found that the one that tells of changes has this name`,
    { at: "key", hint: "give it another name" },
  );
}

/** The component that tells of changes. */
export const LIVE_FEED = "live_feed";

/** The last segment of the path of live updates: no key of an entity may be this. */
export const LIVE_SEGMENT = "live";
