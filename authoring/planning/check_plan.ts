/**
 * Checks a blueprint that a language model wrote: as every blueprint is checked, and for what no plan may hold.
 *
 * @module
 */
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";
import { logicIn } from "../../generator/blueprint/check_logic.ts";
import { DiagnosticList } from "../../generator/blueprint/diagnostic_list.ts";
import { originsOf } from "../../generator/blueprint/endpoint_blueprint.ts";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { quoted } from "../../generator/blueprint/quoted.ts";
import { withArticle } from "../../generator/blueprint/with_article.ts";
import type { Diagnostic } from "../../generator/diagnostic.ts";
import { needsUsers } from "../../generator/planner/implied_users.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { namesHost, namesOrigin, speaksOfOrigins } from "./named_hosts.ts";
import type { RequestReading } from "./pattern_reading.ts";
import { widerRules } from "./wider_rules.ts";

/** What checking a plan gives. */
export interface CheckedPlan {
  /** The blueprint; missing when its text could not be read. */
  readonly blueprint?: Blueprint;
  /** The errors, with their places in the text. */
  readonly errors: readonly Diagnostic[];
  /** How far the checks came: reading, what blueprints say, what plans may hold, all. */
  readonly stage: 1 | 2 | 3 | 4;
}

/**
 * Checks a plan.
 *
 * @param text The blueprint as the model wrote it
 * @param request The request that it was given
 * @param reading How patterns read the request
 */
export async function checkPlan(
  text: string,
  request: string,
  reading: RequestReading,
): Promise<CheckedPlan> {
  const { blueprint, diagnostics, model } = await prepareBlueprint(
    text,
    PLAN_NAME,
  );
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (!blueprint) return { errors, stage: 1 };
  // Told beside other errors, so that all is mended in one round.
  const refused = refuseParts(blueprint, text, request, reading);
  if (!model) return { blueprint, errors: [...errors, ...refused], stage: 2 };
  return { blueprint, errors: refused, stage: refused.length > 0 ? 3 : 4 };
}

/** What a plan is called in what is told of it. */
export const PLAN_NAME = "blueprint.json";

function refuseParts(
  blueprint: Blueprint,
  text: string,
  request: string,
  reading: RequestReading,
): readonly Diagnostic[] {
  const list = new DiagnosticList(parseBlueprint(text).positions);
  for (const { path, logic } of logicIn(blueprint)) {
    for (const key of ["run", "file"] as const) {
      if (logic[key] === undefined) continue;
      list.error(
        "AC023",
        `${path}.${key}`,
        `Cannot take "${path}.${key}" from a plan: found code, wanted "behavior", in plain words`,
        { at: "key", hint: "say what it does as `behavior`" },
      );
    }
  }
  refuseHosts(blueprint, request, list);
  const isKept = needsUsers(request) || reading.permissions.length > 0;
  if (!blueprint.users && isKept) {
    list.error(
      "AC025",
      "users",
      "Cannot leave the system open to everybody: found no users, though the request says who alone may do something",
      {
        position: { line: 1, column: 1 },
        hint: "add `users`, and `access` to each entity",
      },
    );
  }
  if (blueprint.users) refuseAccess(blueprint, request, reading, list);
  return list.items;
}

/** What patterns read as kept to some stays with them, whatever a model reads. */
function refuseAccess(
  blueprint: Blueprint,
  request: string,
  reading: RequestReading,
  list: DiagnosticList,
): void {
  for (const wider of widerRules(blueprint, request, reading)) {
    const { path, words, wanted, entity, operation } = wider;
    list.error(
      "AC025",
      path,
      `Cannot let ${words.join(" and ")} ${operation} ${
        withArticle(entity)
      }: the request keeps that to ${wanted.join(" and ")}`,
      { hint: wider.hint },
    );
  }
}

/** Other hosts than those that the request names are nobody's wish: what is told and fetched, and who may call, stays within it. */
function refuseHosts(
  { webhooks = {}, api = {}, endpoints = {} }: Blueprint,
  request: string,
  list: DiagnosticList,
): void {
  const refuse = (path: string, host: string) =>
    list.error(
      "AC024",
      path,
      `Cannot open the system to ${
        quoted(host)
      }: found it nowhere in the request`,
      { hint: "leave it out" },
    );
  for (const [name, { hosts }] of Object.entries(webhooks)) {
    for (const [index, host] of [hosts].flat().entries()) {
      if (namesHost(request, host)) continue;
      refuse(`webhooks.${name}.hosts[${index}]`, host);
    }
  }
  for (const [name, endpoint] of Object.entries(endpoints)) {
    for (const [index, origin] of (originsOf(endpoint) ?? []).entries()) {
      if (namesOrigin(request, origin)) continue;
      refuse(`endpoints.${name}.fetches[${index}]`, origin);
    }
  }
  for (const [index, origin] of (api.cors?.origins ?? []).entries()) {
    const isAsked = origin === "*"
      ? speaksOfOrigins(request)
      : namesHost(request, origin);
    if (!isAsked) refuse(`api.cors.origins[${index}]`, origin);
  }
  if (api.publicUrl !== undefined && !namesHost(request, api.publicUrl)) {
    refuse("api.publicUrl", api.publicUrl);
  }
}
