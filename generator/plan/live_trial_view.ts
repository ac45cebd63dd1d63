/**
 * What the tests of live updates of an API of its own shape need: everybody listens, and hears what they could read.
 *
 * @module
 */
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import { resourceNamed } from "../model/api_context.ts";
import type { SystemModel } from "../model/system_model.ts";
import { camelCase } from "../blueprint/spelling.ts";
import {
  comment,
  name,
  type Safe,
  tsArray,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import type { ResourceLiveTestView } from "../../templates/resource_service_views.ts";
import type { TrialSystemView } from "../../templates/views.ts";
import { actorsOf } from "./access_actors.ts";
import { findEntity } from "./component_views.ts";
import { gatewayOf } from "./main_view.ts";
import { subjectConstant } from "./resource_subject_view.ts";
import { handlerName } from "./sample_views.ts";
import { unseenState } from "./sight_view.ts";
import { decidingEntities } from "./state_subject_view.ts";
import { asSampled, listAnswer, whoIs } from "./trial_views.ts";

type Ts = Safe<"ts">;

/** Describes the test of a resource's live updates. */
export function resourceLiveTestView(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): ResourceLiveTestView {
  const entity = findEntity(system, resource.entity);
  const listeners = listenersOf(resource, api, system);
  const state = unseenState(entity);
  return {
    labelPlural: comment(resource.plural.words),
    subject: subjectConstant(resource),
    file: name(resource.name.snake),
    options: tsObject({
      listeners: tsArray(listeners.map(({ title, who, answer }) =>
        tsObject({
          title: tsLiteral(title),
          who,
          answer: tsLiteral(answer),
        })
      )),
      unseen: state && tsObject(state),
      underUnseen: isUnderUnseen(resource, api, system) &&
          listeners.some(({ isStranger, answer }) =>
            isStranger && typeof answer === "string"
          )
        ? tsLiteral(true)
        : undefined,
      anyOrigin: api.origins.includes("*") ? tsLiteral(true) : undefined,
    }),
  };
}

/** Somebody who listens, and what must come of it. */
interface Listener {
  readonly title: string;
  readonly who: Ts;
  readonly answer: "allowed" | "own" | 401 | 403 | 404;
  /** Whether it is a user like any other, to whom nothing belongs. */
  readonly isStranger: boolean;
}

function listenersOf(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): readonly Listener[] {
  const entity = findEntity(system, resource.entity);
  const { access } = entity;
  if (access === undefined) {
    const who = tsObject({ kind: tsLiteral("nobody") });
    return [{ title: "everybody", who, answer: "allowed", isStranger: false }];
  }
  const [first] = system.users?.roles ?? [];
  return actorsOf(system).map((actor) => ({
    title: actor.title,
    who: whoIs(actor, system),
    answer: listAnswer(resource, asSampled(actor, entity), {
      entity,
      access,
      api,
      system,
    }),
    isStranger: actor.kind === "other" && actor.role === first,
  }));
}

/** Whether a user like any other may see what a resource is part of, and then not any more. */
function isUnderUnseen(
  { parent }: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): boolean {
  const above = parent && resourceNamed(api, parent.resource);
  if (above === undefined) return false;
  const entity = findEntity(system, above.entity);
  const [first = "users"] = system.users?.roles ?? [];
  const always = entity.access?.visible?.always ?? [];
  return unseenState(entity) !== undefined &&
    !["everyone", "users", first].some((word) => always.includes(word));
}

/** How trials reach live updates; nothing in a system without them. */
export function liveTrial(
  system: SystemModel,
): Pick<TrialSystemView, "live"> {
  const feed = system.components.find(({ type }) => type === "LiveFeed");
  return feed === undefined ? {} : {
    live: {
      feed: name(camelCase(feed.name)),
      gateway: name(camelCase(gatewayOf(system).name)),
    },
  };
}

/** The stores of entities that trials put into states that no client can. */
export function trialStores(system: SystemModel): TrialSystemView["stores"] {
  const kinds = new Set([
    ...decidingEntities(system),
    ...system.api?.resources.flatMap((resource) =>
      resource.live ? [resource.entity, ...above(resource, system)] : []
    ) ?? [],
  ]);
  return [...kinds].flatMap((kind) => {
    const store = system.components.find(({ type, entity }) =>
      type === "Store" && entity === kind
    );
    const port = store?.ports.find(({ direction }) => direction === "in");
    return store && port
      ? [{
        key: name(kind),
        store: name(camelCase(store.name)),
        handler: handlerName(port.name),
      }]
      : [];
  });
}

function above({ parent }: ResourceModel, { api }: SystemModel): string[] {
  const resource = api && parent && resourceNamed(api, parent.resource);
  return resource ? [resource.entity] : [];
}
