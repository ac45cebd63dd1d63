/**
 * What the generated tests of webhooks need: something that each of them is told of.
 *
 * @module
 */
import { eventName } from "../model/expand_webhooks.ts";
import type {
  EntityModel,
  SystemModel,
  WebhookModel,
} from "../model/system_model.ts";
import {
  joined,
  name,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { WebhooksTestView } from "../../templates/views.ts";
import { stateBefore } from "./action_state.ts";
import { findEntity } from "./component_views.ts";
import { changedField } from "./contract_fields.ts";
import { controllerHandler, controllerOf, makeName } from "./sample_views.ts";
import { isHidden } from "./shown_view.ts";

type Ts = Safe<"ts">;
type Occasion = WebhooksTestView["occasions"][number];

/** Describes tests/contract/webhooks/delivery_test.ts. */
export function webhooksTestView(system: SystemModel): WebhooksTestView {
  const occasions = (system.webhooks ?? []).flatMap((webhook) =>
    occasionOf(webhook, system)
  );
  const makers = [...new Set(occasions.flatMap(makersOf))].toSorted();
  return {
    before: system.users ? safe`TEST_AUTH, ` : safe``,
    imports: joined(makers, safe`, `),
    waits: system.engine === "postgres",
    auth: system.users !== undefined,
    asks: occasions.some(({ request }) => request !== undefined),
    occasions,
  };
}

/** What is made before an action may have to be made of others. */
function makersOf({ make, state }: Occasion): Ts[] {
  const others = [...state.matchAll(/\bmake[A-Z]\w*(?=\()/g)]
    .map(([maker]) => name(maker));
  return [make, ...others];
}

/** Nothing when tests know no change of such an entity. */
function occasionOf(webhook: WebhookModel, system: SystemModel): Occasion[] {
  const entity = findEntity(system, webhook.entity);
  const happening = happeningOf(webhook, entity, system);
  return happening === undefined ? [] : [{
    webhook: tsLiteral(webhook.name.snake),
    type: tsLiteral(eventName(webhook)),
    hidden: tsLiteral(
      entity.fields.filter(isHidden).map(({ name }) => name),
    ),
    make: makeName(entity),
    controller: controllerOf(entity, system),
    handler: controllerHandler(entity, system),
    ...happening,
  }];
}

function happeningOf(
  { on }: WebhookModel,
  entity: EntityModel,
  system: SystemModel,
): Pick<Occasion, "state" | "request"> | undefined {
  if (on === "create") return { state: safe`` };
  if (on === "delete") {
    return { state: safe``, request: safe`{ operation: "delete", id }` };
  }
  if (on === "update") {
    const changed = changedField(entity);
    return changed && {
      state: safe``,
      request: safe`{ operation: "patch", id, body: ${
        tsObject({ [changed.field]: changed.value })
      } }`,
    };
  }
  const action = entity.actions.find(({ name }) =>
    name.snake === on.action.snake
  );
  const before = action && stateBefore(action, entity, system);
  return {
    state: before === undefined ? safe`` : safe`, ${before}`,
    request: safe`{ operation: "action", id, action: ${
      tsLiteral(on.action.kebab)
    } }`,
  };
}
