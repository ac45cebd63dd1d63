/**
 * What the generated tests of idempotency keys need: requests that create or act.
 *
 * @module
 */
import { camelCase } from "../blueprint/spelling.ts";
import type {
  ActionModel,
  EntityModel,
  SystemModel,
} from "../model/system_model.ts";
import {
  joined,
  type Name,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
  tsTemplateText,
} from "../../templates/safe_text.ts";
import type { KeysTestView } from "../../templates/test_views.ts";
import { actorView, permitted, userOf } from "./access_view.ts";
import { stateBefore } from "./action_state.ts";
import { changedField } from "./contract_fields.ts";
import { gatewayOf } from "./main_view.ts";
import { bodyCall, bodyName, makeName } from "./sample_views.ts";
import { tenantOf } from "./tenant_view.ts";

type Ts = Safe<"ts">;
type Operation = KeysTestView["operations"][number] & {
  readonly uses: readonly Name[];
};

/** Describes tests/contract/idempotency/keys_test.ts; undefined where nobody may create or act. */
export function keysTestView(system: SystemModel): KeysTestView | undefined {
  const { idempotency, api, users } = system;
  if (idempotency === undefined || api !== undefined) return undefined;
  const shown = system.entities.filter((entity) =>
    !users || entity !== userOf(system) && entity !== tenantOf(system)
  ).map(permitted);
  const operations = shown.flatMap((entity) => [
    ...(entity.operations.includes("create") ? [creating(entity)] : []),
    ...entity.actions.map((action) => acting(action, entity, system)),
  ]);
  if (operations.length === 0) return undefined;
  const created = shown.find(({ operations }) => operations.includes("create"));
  const own = users && created ? ownKeys(created, system) : undefined;
  const needed = idempotency.required && created
    ? keyNeeded(created, system)
    : undefined;
  const imports = new Set([
    ...operations.flatMap(({ uses }) => uses),
    ...(own ? [name("actor"), own.makeUser, ...own.uses] : []),
    ...(needed?.role ? [name("actor")] : []),
    ...(needed && created ? [bodyName(created)] : []),
  ]);
  return {
    imports: joined([...imports].toSorted(), safe`, `),
    operations,
    ...(own ? { own } : {}),
    ...(needed ? { needed } : {}),
  };
}

function creating(entity: EntityModel): Operation {
  const path = tsLiteral(entity.path);
  const body = bodyCall(entity, name("system"));
  const changed = changedField(entity);
  const refers = body.startsWith("await ");
  return {
    name: tsLiteral(`POST ${entity.path}`),
    prepare: preparing(refers, tsObject({ path, body })),
    ...(changed
      ? {
        another: preparing(
          refers,
          tsObject({
            path,
            body: safe<
              "ts"
            >`{ ...${body}, ${changed.field}: ${changed.value} }`,
          }),
        ),
      }
      : {}),
    uses: [bodyName(entity)],
  };
}

/** Renders a function of the test system that makes a request. */
function preparing(asks: boolean, call: Ts): Ts {
  return asks
    ? safe`async ({ system }) => (${call})`
    : safe`() => Promise.resolve(${call})`;
}

function acting(
  action: ActionModel,
  entity: EntityModel,
  system: SystemModel,
): Operation {
  const before = stateBefore(action, entity, system);
  const make = makeName(entity);
  const state: Ts = before ? safe`, ${before}` : safe``;
  const made: Ts = safe<"ts">`(await ${make}(test.system${state})).id`;
  const path: Ts = safe<"ts">`\`${
    tsTemplateText(`${entity.path}/`)
  }\${${made}}${tsTemplateText(`/${action.name.kebab}`)}\``;
  const prepare: Ts = safe<"ts">`async (test) => (${tsObject({ path })})`;
  const others = [...(before ?? "").matchAll(/\bmake[A-Z]\w*(?=\()/g)]
    .map(([maker]) => name(maker));
  return {
    name: tsLiteral(`POST ${entity.path}/{id}/${action.name.kebab}`),
    prepare,
    another: prepare,
    uses: [make, ...others],
  };
}

function ownKeys(
  entity: EntityModel,
  system: SystemModel,
): NonNullable<KeysTestView["own"]> & { readonly uses: readonly Name[] } {
  const role = roleFor(entity);
  return {
    role: role ? safe`, ${tsLiteral(role)}` : safe``,
    makeUser: makeName(userOf(system)),
    made: role ? safe`, ${tsObject({ role: tsLiteral(role) })}` : safe``,
    path: tsLiteral(entity.path),
    body: bodyCall(entity, name("test.system")),
    uses: [bodyName(entity)],
  };
}

function keyNeeded(
  entity: EntityModel,
  system: SystemModel,
): NonNullable<KeysTestView["needed"]> {
  const role = roleFor(entity);
  return {
    ...(system.users && actorView(system)
      ? { role: role ? safe`, ${tsLiteral(role)}` : safe` ` }
      : {}),
    gateway: name(camelCase(gatewayOf(system).name)),
    path: tsLiteral(entity.path),
    body: bodyCall(entity, name("test.system")),
  };
}

/** The role of somebody who may create one; undefined for the one that users begin with. */
function roleFor({ access }: EntityModel): string | undefined {
  const rule = access?.rules.create ?? [];
  return ["everyone", "users", "owner"].some((word) => rule.includes(word))
    ? undefined
    : rule[0];
}
