/**
 * Live updates of an API of its own shape: in its OpenAPI document, in docs/API.md, and what its tests need.
 *
 * @module
 */
import { fieldName, seenName } from "../model/api_naming.ts";
import type { ApiModel, ResourceModel } from "../model/api_model.ts";
import type { SystemModel } from "../model/system_model.ts";
import { mdCode, type Safe, safe } from "../../templates/safe_text.ts";
import { answersOf } from "./answers.ts";
import { findEntity } from "./component_views.ts";
import { fieldSchema } from "./json_schemas.ts";
import { securityIn } from "./openapi_answers.ts";
import {
  eventsAnswer,
  LAST_EVENT_ID,
  LIVE_DESCRIPTION,
  liveText,
} from "./openapi_live.ts";
import { listParameters } from "./openapi_parameters.ts";
import { errorResponses, type JsonObject } from "./openapi_responses.ts";

type Md = Safe<"md">;

/** Describes the paths by which clients listen to a resource; empty where they cannot. */
export function resourceLiveOperations(
  resource: ResourceModel,
  api: ApiModel,
  system: SystemModel,
): Readonly<Record<string, JsonObject>> {
  if (!resource.live) return {};
  const entity = findEntity(system, resource.entity);
  const key = fieldName(api, resource.shows, resource.key);
  const field = entity.fields.find(({ name }) => name === resource.key);
  const filters = listParameters(resource, entity, api, system)
    .filter(({ name }) => !PAGING.has(String(name)));
  const errors = [
    ...answersOf("list", entity, system),
    ...(resource.parent ? ["404"] : []),
    ...(system.users ? ["401"] : []), // a token that is not valid is nobody's
  ];
  return {
    [`${resource.path}/live`]: {
      operationId: `live${resource.plural.pascal}`,
      tags: [resource.plural.words],
      summary: `Listen to what becomes of ${resource.plural.words}`,
      description: LIVE_DESCRIPTION,
      ...securityIn("list", entity),
      parameters: [
        LAST_EVENT_ID,
        ...(filters.some(({ name }) => name === key) ? [] : [{
          name: key,
          in: "query",
          description: `The one ${resource.name.words} to listen to.`,
          schema: field
            ? fieldSchema(field, { asFilter: true })
            : { type: "string", format: "uuid" },
        }]),
        ...filters,
      ],
      responses: {
        "200": eventsAnswer(resource.name.words),
        ...errorResponses([...new Set(errors)].sort()),
      },
    },
  };
}

/** Says for docs/API.md how to listen; empty where clients cannot. */
export function resourceLiveNotes(
  api: ApiModel,
  { users }: SystemModel,
): readonly Md[] {
  const live = api.resources.filter((one) => one.live);
  const [first] = live;
  if (first === undefined) return [];
  const key = fieldName(api, first.shows, first.key);
  const under = (inner: string) =>
    api.envelope ? `{ "${seenName(api, first.name)}": ${inner} }` : inner;
  const [begin, ...rest] = liveText({
    path: `${first.path}/live`,
    key,
    lastEventId: api.naming === "snake_case" ? "last_event_id" : "lastEventId",
    data: safe`what the list shows of it, such as ${mdCode(under("{ … }"))}`,
    gone: safe`its key, such as ${
      mdCode(under(`{ "${key}" }`))
    }. One whose key is another now is told so by the key that it had, and then as created`,
    scheme: users && api.scheme,
    nested: live.some(({ parent }) => parent),
    origins: api.origins,
  });
  return [
    begin!, // there is what to say
    ...rest,
    safe`What is told are changes of the entity itself: that something else has changed of which the list shows a part, such as a number of others, is no event.`,
  ];
}

/** What orders and pages a list. */
const PAGING: ReadonlySet<string> = new Set([
  "limit",
  "offset",
  "cursor",
  "sort",
]);
