/**
 * Puts into the draft which other systems are told when something happens.
 *
 * @module
 */
import type { RequirementRef } from "../blueprint/blueprint.ts";
import { settingOf } from "../blueprint/check_webhooks.ts";
import {
  type EntityDraft,
  NOT_UNDERSTOOD,
  type Outcome,
  type SystemDraft,
} from "./draft.ts";
import type { Feature } from "./feature.ts";
import { actionName, stateOf } from "./fold_actions.ts";
import { entityOf } from "./fold_fields.ts";
import { verbForms } from "./inflection.ts";
import { snakeName } from "./names.ts";

type Webhook = Extract<Feature, { is: "webhook" }>;

/** Puts a webhook into the draft; its URL is a setting, and its host that of the URL or a place holder. */
export function foldWebhook(draft: SystemDraft, feature: Webhook): Outcome {
  const entity = entityOf(draft, feature.of);
  const change = entity && changeOf(entity, feature);
  if (entity === undefined || change === undefined) return NOT_UNDERSTOOD;
  const host = hostOf(feature.url) ?? PLACE_HOLDER;
  const target = feature.url ?? feature.target?.words.join(" ") ?? "";
  const on = `${entity.name}.${change}`;
  const name = nameOf(draft, `${entity.name}_${pastOf(feature.on)}`, {
    on,
    target,
    ...(feature.target ? { words: feature.target.words } : {}),
  });
  if (!draft.webhooks.has(name)) {
    draft.webhooks.set(name, { on, host, target });
    draft.assumptions.push(
      feature.url === undefined
        ? `${
          settingOf(name)
        } is where ${on} is told: nobody is told while it is not set, and webhooks.${name}.hosts, ${PLACE_HOLDER} until then, is to name its host`
        : `${settingOf(name)} is where ${on} is told: set it to ${feature.url}${
          feature.url.startsWith("https:") ? "" : ", as an https address"
        }`,
    );
  }
  const refs: RequirementRef[] = [entity.name];
  if (
    change === "create" || change === "delete" || entity.actions.has(change)
  ) {
    refs.push(on);
  }
  return { refs, phrases: [`webhook ${name} tells ${host} of ${on}`] };
}

/** Returns what is told of an entity; nothing where that cannot happen. */
function changeOf(
  entity: EntityDraft,
  { on, verb }: Webhook,
): string | undefined {
  if (typeof on !== "string") {
    const name = actionName(entity, on.verb);
    return name !== undefined && entity.actions.has(name) ? name : undefined;
  }
  const needs = on === "update" ? "patch" : on;
  if (entity.refused.has(needs)) return undefined;
  const leads = verb === undefined ? "" : verbForms(verb).participles[0] ?? "";
  if (stateOf(entity, leads) !== undefined) return undefined;
  if (on === "create") entity.asked.add("create");
  return on;
}

/** Two that are told of the same have names of their own. */
function nameOf(
  draft: SystemDraft,
  name: string,
  { on, target, words = [] }: {
    on: string;
    target: string;
    words?: readonly string[];
  },
): string {
  const to = snakeName(words);
  const names = [name, ...to ? [`${to}_${name}`] : []];
  for (let count = 2;; count++) {
    const free = names.find((one) => {
      const known = draft.webhooks.get(one);
      return known === undefined || known.on === on && known.target === target;
    });
    if (free !== undefined) return free;
    names.push(`${name}_${count}`);
  }
}

function pastOf(on: Webhook["on"]): string {
  const verb = typeof on === "string" ? on : on.verb;
  const past = verbForms(verb).participles[0] ?? verb;
  return snakeName(past.split(" ")) ?? past;
}

function hostOf(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { host, protocol } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? host : undefined;
}

/** Where nobody can be told, for a request that names no address. */
const PLACE_HOLDER = "hooks.example.com";
