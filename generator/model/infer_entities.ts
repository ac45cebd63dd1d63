/**
 * Which entity each controller and store serves: from its name, else from the component it is bound to.
 *
 * @module
 */
import type { EntityBlueprint } from "../blueprint/blueprint.ts";
import type { DiagnosticList } from "../blueprint/diagnostic_list.ts";
import { nearName } from "../blueprint/near_name.ts";
import { reservedEntity } from "../blueprint/reserved_names.ts";
import type { ComponentDraft, WiringDraft } from "./component_draft.ts";
import { withoutKind } from "./infer_types.ts";
import { pluralOf } from "./names.ts";

/**
 * Decides the entity of every controller and store. Gives all entities: the blueprint's, then one with free-form
 * data for each store or controller whose name names none of these.
 */
export function inferEntities(
  draft: WiringDraft,
  declared: Readonly<Record<string, EntityBlueprint>>,
  diagnostics: DiagnosticList,
): Readonly<Record<string, EntityBlueprint>> {
  const serving = [...draft.components.values()].filter(({ type }) =>
    type === "Controller" || type === "Store"
  );
  for (const component of serving) {
    checkWritten(component, declared, diagnostics);
    component.entity ??= entityByName(component.name, declared);
  }
  inferByLinks(serving, draft);
  const added: Record<string, EntityBlueprint> = {};
  for (const type of ["Store", "Controller"] as const) {
    for (const component of serving) {
      if (component.type !== type || component.entity !== undefined) continue;
      const name = newEntityName(component, declared);
      if (name === undefined) continue;
      component.entity = name;
      if (Object.hasOwn(added, name)) continue;
      added[name] = FREE_FORM;
      reportAdded(component, name, diagnostics);
    }
    inferByLinks(serving, draft);
  }
  for (const component of serving) {
    component.entity ??= onlyEntity(declared, added);
    if (component.entity === undefined) reportUnknown(component, diagnostics);
  }
  return { ...declared, ...added };
}

function checkWritten(
  component: ComponentDraft,
  declared: Readonly<Record<string, EntityBlueprint>>,
  diagnostics: DiagnosticList,
): void {
  const { entity, path } = component;
  if (entity === undefined || Object.hasOwn(declared, entity)) return;
  const names = Object.keys(declared);
  const near = nearName(entity, names);
  diagnostics.error(
    "AC205",
    `${path}.entity`,
    `Cannot let "${component.name}" serve "${entity}": found no such entity`,
    {
      meant: near,
      hint: `declare it under entities${
        names.length > 0 ? `; there are ${names.join(", ")}` : ""
      }`,
    },
  );
}

function entityByName(
  name: string,
  declared: Readonly<Record<string, EntityBlueprint>>,
): string | undefined {
  const stem = withoutKind(name);
  return Object.keys(declared).find((entity) =>
    stem === entity || stem === (declared[entity]?.plural ?? pluralOf(entity))
  );
}

/** A controller and the store it is bound to serve the same entity. */
function inferByLinks(
  serving: readonly ComponentDraft[],
  draft: WiringDraft,
): void {
  for (const component of serving) {
    for (const { from, to } of draft.wires) {
      const other = from.component === component.name
        ? to.component
        : to.component === component.name
        ? from.component
        : undefined;
      if (other === undefined) continue;
      const neighbour = draft.components.get(other);
      if (neighbour?.type === "APIEndpoint") continue;
      component.entity ??= neighbour?.entity;
    }
  }
}

/** A lone `main_store` beside one declared entity keeps that entity; else its name names a new one. */
function newEntityName(
  component: ComponentDraft,
  declared: Readonly<Record<string, EntityBlueprint>>,
): string | undefined {
  const stem = withoutKind(component.name);
  if (stem === "" || Object.hasOwn(declared, stem)) return undefined;
  return reservedEntity(stem) === undefined ? stem : undefined;
}

function onlyEntity(
  declared: Readonly<Record<string, EntityBlueprint>>,
  added: Readonly<Record<string, EntityBlueprint>>,
): string | undefined {
  const names = [...Object.keys(declared), ...Object.keys(added)];
  return names.length === 1 ? names[0] : undefined;
}

function reportAdded(
  component: ComponentDraft,
  entity: string,
  diagnostics: DiagnosticList,
): void {
  diagnostics.assume(
    "AC405",
    component.path,
    `Assumed an entity "${entity}" with free-form "data" for "${component.name}": found none declared`,
    {
      at: component.written ? "key" : "value",
      hint: `declare "${entity}" and its fields under entities`,
    },
  );
}

function reportUnknown(
  component: ComponentDraft,
  diagnostics: DiagnosticList,
): void {
  diagnostics.error(
    "AC403",
    component.path,
    `Cannot tell which entity "${component.name}" serves: found neither "entity" nor a name that shows it`,
    {
      at: component.written ? "key" : "value",
      hint: 'add entity: …, or name it such as "task_store"',
    },
  );
}

const FREE_FORM: EntityBlueprint = {
  fields: {
    data: {
      type: "json",
      required: true,
      description: "Whatever the client keeps in it.",
    },
  },
};
