/**
 * What the parts of a blueprint say, and what they say about each other: the checks that need no derived names.
 *
 * @module
 */
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import { checkAccess } from "./check_access.ts";
import { checkActions } from "./check_actions.ts";
import { checkAggregates } from "./check_aggregates.ts";
import { checkAdjustments } from "./check_adjustments.ts";
import { checkBulk } from "./check_bulk.ts";
import { checkCache } from "./check_cache.ts";
import { checkComputed } from "./check_computed.ts";
import { checkFiles } from "./check_files.ts";
import { checkEndpoints } from "./check_endpoints.ts";
import { checkField } from "./check_field.ts";
import { checkMemberLists } from "./check_member_lists.ts";
import { checkName } from "./check_name.ts";
import { withArticle } from "./with_article.ts";
import { checkOverlaps } from "./check_overlaps.ts";
import { checkRelations, checkRequiredCircles } from "./check_relations.ts";
import { checkRequirements } from "./check_requirements.ts";
import { checkOrder } from "./check_order.ts";
import { checkIdempotency } from "./check_idempotency.ts";
import { checkLogic } from "./check_logic.ts";
import { checkKey } from "./check_key.ts";
import { checkSearch } from "./check_search.ts";
import { checkLive } from "./check_live.ts";
import { checkSchedules } from "./check_schedules.ts";
import { checkSlugs } from "./check_slugs.ts";
import { checkSoftDelete } from "./check_soft_delete.ts";
import { checkStateRules } from "./check_state_rules.ts";
import { checkTenants } from "./check_tenants.ts";
import { checkWebhooks } from "./check_webhooks.ts";
import { checkVisible } from "./check_visible.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import {
  ACTION_NAME,
  COMPONENT_NAME,
  ENTITY_NAME,
  FIELD_NAME,
  RELATION_NAME,
  SYSTEM_NAME,
} from "./language_names.ts";
import {
  reservedAction,
  reservedComponent,
  reservedEntity,
  reservedField,
} from "./reserved_names.ts";

/** Checks a whole blueprint, wherever it comes from: spelling of names, values, references. */
export function checkBlueprint(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  checkSpelling(blueprint, diagnostics);
  if (diagnostics.failed) return; // What follows looks things up by name.
  checkParts(blueprint, diagnostics);
  for (const [name, entity] of Object.entries(blueprint.entities ?? {})) {
    checkRelations(name, entity, blueprint, diagnostics);
    checkActions(name, entity, blueprint, diagnostics);
    checkAdjustments(name, entity, blueprint, diagnostics);
    checkSlugs(name, entity, diagnostics);
    checkKey(name, entity, diagnostics);
    checkOrder(name, entity, diagnostics);
    checkComputed(name, entity, diagnostics);
    checkMemberLists(name, entity, diagnostics);
    checkOverlaps(name, entity, diagnostics);
    checkSearch(name, entity, blueprint, diagnostics);
    checkAggregates(name, entity, diagnostics);
    checkFiles(name, entity, diagnostics);
    checkSoftDelete(name, entity, blueprint, diagnostics);
    checkLive(name, entity, blueprint, diagnostics);
    checkBulk(name, entity, diagnostics);
    checkCache(name, entity, blueprint, diagnostics);
    checkStateRules(name, entity, blueprint, diagnostics);
    checkVisible(name, entity, blueprint, diagnostics);
  }
  checkRequiredCircles(blueprint, diagnostics);
  checkAccess(blueprint, diagnostics);
  checkTenants(blueprint, diagnostics);
  checkWebhooks(blueprint, diagnostics);
  checkSchedules(blueprint, diagnostics);
  checkIdempotency(blueprint, diagnostics);
  checkRequirements(blueprint, diagnostics);
  checkLogic(blueprint, diagnostics);
  checkEndpoints(blueprint, diagnostics);
}

/** Checks each part by itself: reserved names, and the settings of each field. */
export function checkParts(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const { entities = {}, components = {} } = blueprint;
  for (const [name, entity] of Object.entries(entities)) {
    const path = `entities.${name}`;
    refuseReserved(name, "entity", reservedEntity, path, diagnostics);
    checkPartsOf(entity, path, diagnostics);
  }
  for (const name of Object.keys(components)) {
    const path = `components.${name}`;
    refuseReserved(name, "component", reservedComponent, path, diagnostics);
  }
}

function checkPartsOf(
  entity: EntityBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  for (const [name, field] of Object.entries(entity.fields ?? {})) {
    const at = `${path}.fields.${name}`;
    refuseReserved(name, "field", reservedField, at, diagnostics);
    // What the reader could not read is missing here: no use in telling that, too.
    if (!diagnostics.hasErrorAt(at)) checkField(name, field, at, diagnostics);
  }
  for (const name of Object.keys(entity.relations ?? {})) {
    const at = `${path}.relations.${name}`;
    refuseReserved(name, "relation", reservedField, at, diagnostics);
  }
  for (const name of Object.keys(entity.actions ?? {})) {
    const at = `${path}.actions.${name}`;
    refuseReserved(name, "action", reservedAction, at, diagnostics);
  }
}

function refuseReserved(
  name: string,
  of: string,
  reserved: (name: string) => string | undefined,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const reason = reserved(name);
  if (reason === undefined) return;
  diagnostics.error(
    "AC203",
    path,
    `Cannot use "${name}" as the name of ${withArticle(of)}: ${reason}`,
    { at: "key", hint: "choose another name" },
  );
}

function checkSpelling(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  checkName(blueprint.system, SYSTEM_NAME, "system", diagnostics, "value");
  for (const [name, entity] of Object.entries(blueprint.entities ?? {})) {
    const path = `entities.${name}`;
    checkName(name, ENTITY_NAME, path, diagnostics);
    for (
      const [part, names, rule] of [
        ["fields", entity.fields, FIELD_NAME],
        ["relations", entity.relations ?? {}, RELATION_NAME],
        ["actions", entity.actions ?? {}, ACTION_NAME],
      ] as const
    ) {
      for (const key of Object.keys(names)) {
        checkName(key, rule, `${path}.${part}.${key}`, diagnostics);
      }
    }
    if (entity.plural !== undefined) {
      const at = `${path}.plural`;
      checkName(entity.plural, ENTITY_NAME, at, diagnostics, "value");
    }
  }
  for (const name of Object.keys(blueprint.components ?? {})) {
    checkName(name, COMPONENT_NAME, `components.${name}`, diagnostics);
  }
}
