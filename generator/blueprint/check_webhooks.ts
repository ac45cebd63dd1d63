/**
 * Webhooks: is there what they tell of, and has each what it needs for itself?
 *
 * @module
 */
import { sameName } from "./access_rules.ts";
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";

/** Checks the webhooks of a blueprint. */
export function checkWebhooks(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const { webhooks = {}, components = {} } = blueprint;
  const settings = new Map<string, string>();
  for (const [name, { on, to, hosts }] of Object.entries(webhooks)) {
    const path = `webhooks.${name}`;
    if (on !== undefined) checkEvent(on, `${path}.on`, blueprint, diagnostics);
    if (hosts?.length === 0) {
      diagnostics.error(
        "AC592",
        `${path}.hosts`,
        `Cannot tell "${name}" of anything: found no host that it may be told at`,
        { at: "key", hint: "add hosts: [hooks.example.com]" },
      );
    }
    const setting = to ?? settingOf(name);
    const other = settings.get(setting);
    if (other !== undefined || TAKEN.includes(setting)) {
      diagnostics.error(
        "AC593",
        to === undefined ? path : `${path}.to`,
        `Cannot read the URL of "${name}" from "${setting}": found that ${
          other === undefined ? "the system" : `"${other}"`
        } has this setting`,
        {
          at: to === undefined ? "key" : "value",
          hint: "give it a setting of its own",
        },
      );
    }
    settings.set(setting, name);
  }
  const isTaken = Object.keys(webhooks).length > 0 &&
    Object.hasOwn(components, SENDER);
  if (!isTaken) return;
  diagnostics.error(
    "AC594",
    `components.${SENDER}`,
    `Cannot name a component "${SENDER}": found that the one that sends webhooks has this name`,
    { at: "key", hint: "give it another name" },
  );
}

/** Takes `order.pay` apart. */
export function eventParts(on: string): readonly [string, string] {
  const [entity = "", change = ""] = on.split(".");
  return [entity, change];
}

/** The setting that holds a webhook's URL unless it says otherwise. */
export function settingOf(name: string): string {
  return `${name.toUpperCase()}_URL`;
}

/** The component that sends webhooks. */
export const SENDER = "webhook_sender";

/** The changes that are told of, beside actions. */
export const CHANGES: readonly string[] = ["create", "update", "delete"];

function checkEvent(
  on: string,
  path: string,
  { entities = {} }: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const [name, change] = eventParts(on);
  const entity: EntityBlueprint | undefined = Object.hasOwn(entities, name)
    ? entities[name]
    : undefined;
  if (entity === undefined) {
    const near = nearName(name, Object.keys(entities));
    diagnostics.error(
      "AC590",
      path,
      `Cannot tell of "${on}": found no entity "${name}"`,
      near === undefined ? {} : { hint: `write "${near}.${change}"` },
    );
    return;
  }
  const actions = Object.keys(entity.actions ?? {});
  if (
    CHANGES.includes(change) ||
    actions.some((action) => sameName(action, change))
  ) return;
  const known = [...actions, ...CHANGES];
  const near = nearName(change, known);
  diagnostics.error(
    "AC591",
    path,
    `Cannot tell of "${on}": found no action "${change}" of "${name}"`,
    {
      hint: near === undefined
        ? `they are ${known.join(", ")}`
        : `write "${name}.${near}"`,
    },
  );
}

const TAKEN: readonly string[] = [
  "PORT",
  "HOST",
  "LOG_LEVEL",
  "DATABASE_PATH",
  "DATABASE_URL",
  "DATABASE_CONNECTIONS",
  "AUTH_SECRET",
  "ACCESS_TOKEN_SECONDS",
  "REFRESH_TOKEN_SECONDS",
  "FIRST_USER",
  "CLIENT_ADDRESS_HEADER",
  "LIVE_STREAMS",
  "SCHEDULE",
  "WEBHOOK_SECRET",
  "WEBHOOK_ATTEMPTS",
];
