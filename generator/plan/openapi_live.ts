/**
 * Live updates in the OpenAPI document, and in docs/API.md.
 *
 * @module
 */
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import { mdCode, type Safe, safe } from "../../templates/safe_text.ts";
import { answersOf } from "./answers.ts";
import { securityOf } from "./openapi_auth.ts";
import { errorResponses, type JsonObject } from "./openapi_responses.ts";

type Md = Safe<"md">;

/** The media type of server-sent events. */
export const EVENT_STREAM = "text/event-stream";

/** Describes the path by which clients listen; empty where they cannot. */
export function livePaths(
  entity: EntityModel,
  system: SystemModel,
  filters: readonly JsonObject[],
): JsonObject {
  if (!entity.live) return {};
  return {
    [`${entity.path}/live`]: {
      get: {
        operationId: `live${entity.plural.pascal}`,
        tags: [entity.plural.words],
        summary: `Listen to what becomes of ${entity.plural.words}`,
        description: DESCRIPTION,
        parameters: [LAST_EVENT_ID, ID, ...filters],
        responses: {
          "200": {
            description: `${EVENTS} In the data: one ${entity.name.words}.`,
            content: {
              [EVENT_STREAM]: { schema: { type: "string" } },
            },
          },
          ...errorResponses(answersOf("list", entity, system)),
        },
        ...securityOf("list", entity),
      },
    },
  };
}

/** Says for docs/API.md how to listen; empty in a system without live entities. */
export function liveNotes({ entities, users }: SystemModel): readonly Md[] {
  const [first] = entities.filter(({ live }) => live);
  if (first === undefined) return [];
  const path = mdCode(`GET ${first.path}/live`);
  return [
    safe`${path} is answered with server-sent events, or with a WebSocket that sends the same as JSON (${
      mdCode('{ "id", "event", "data" }')
    }) to a request that asks for one. Filters and ${
      mdCode("q")
    } are those of the list, and ${
      mdCode("?id=")
    } names one entity. Events come after the commit, those of one entity in their order:`,
    safe`- ${mdCode("created")}, ${
      mdCode("updated")
    }: the data is the entity, as it is when it is sent. One that comes into view, by the filters or by who may see it, is told as created.`,
    safe`- ${mdCode("deleted")}: the data is ${
      mdCode('{ "id" }')
    }. One that leaves the view is told so, too; also an entity may be named that the filters never found.`,
    safe`- ${
      mdCode("ready")
    }: what was missed has been told. Whoever reads the list after the first ${
      mdCode("ready")
    } misses nothing.`,
    safe`- ${
      mdCode("reset")
    }: something may have been missed; read the list again.`,
    safe`- ${mdCode("closed")}: the stream ends, for the ${
      mdCode("reason")
    } in its data: ${mdCode("slow")} (too much waited for it), ${
      mdCode("stopping")
    }, ${mdCode("unauthorized")} or ${
      mdCode("unavailable")
    }. A WebSocket is closed with 1013, 1001, 1008 or 1011 instead.`,
    safe`A stream goes on where it was with the header ${
      mdCode("Last-Event-ID")
    }, which EventSource sends by itself (a page's WebSocket: ${
      mdCode("?lastEventId=")
    }): the last 1000 changes of each kind of entity are remembered, by the process that told of them; what is not remembered is a ${
      mdCode("reset")
    }. A comment every 15 seconds keeps proxies from closing it. Every event, and every comment, is held to what whoever listens may see at that moment; a token that has run out ends the stream.${
      users
        ? safe<
          "md"
        >` EventSource and WebSocket of browsers cannot send a token in a header, and it never belongs into a URL: read the stream by ${
          mdCode("fetch")
        }, or open the WebSocket with the protocols ${
          mdCode('["live", "bearer." + accessToken]')
        }.`
        : safe<"md">``
    } Pages of other sites cannot open a WebSocket (403).`,
  ];
}

const DESCRIPTION =
  "Server-sent events; a WebSocket to a request that asks for one. Filters are those of the list.";
const EVENTS = "Events, until either side ends it.";

const LAST_EVENT_ID = {
  name: "Last-Event-ID",
  in: "header",
  description: "The id of the last event that was heard.",
  schema: { type: "string" },
};

const ID = {
  name: "id",
  in: "query",
  description: "The one entity to listen to.",
  schema: { type: "string", format: "uuid" },
};
