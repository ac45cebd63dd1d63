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
        description: LIVE_DESCRIPTION,
        parameters: [LAST_EVENT_ID, ID, ...filters],
        responses: {
          "200": eventsAnswer(entity.name.words),
          ...errorResponses(answersOf("list", entity, system)),
        },
        ...securityOf("list", entity),
      },
    },
  };
}

/** Describes an answer that never ends. */
export function eventsAnswer(words: string): JsonObject {
  return {
    description: `${EVENTS} In the data: one ${words}.`,
    content: { [EVENT_STREAM]: { schema: { type: "string" } } },
  };
}

/** Says for docs/API.md how to listen; empty in a system without live entities. */
export function liveNotes({ entities, users }: SystemModel): readonly Md[] {
  const [first] = entities.filter(({ live }) => live);
  return first === undefined ? [] : liveText({
    path: `${first.path}/live`,
    key: "id",
    lastEventId: "lastEventId",
    data: safe`the entity`,
    gone: safe`${mdCode('{ "id" }')}`,
    scheme: users && "Bearer",
  });
}

/** What is said of live updates. */
export interface LiveText {
  /** A path. */
  readonly path: string;
  /** What names one of them in the query. */
  readonly key: string;
  /** What says in the query where to go on. */
  readonly lastEventId: string;
  /** What stands in the data. */
  readonly data: Md;
  /** What stands there of one that is not there any more. */
  readonly gone: Md;
  /** The word before tokens, in a system with users. */
  readonly scheme: string | undefined;
  /** Whether streams may be about what is part of something. @default false */
  readonly nested?: boolean;
  /** The other origins whose pages may open a WebSocket. @default [] */
  readonly origins?: readonly string[];
}

/** Says how to listen, a paragraph or an item of a list each. */
export function liveText(text: LiveText): readonly Md[] {
  const { path, key, lastEventId, data, gone, nested, origins = [] } = text;
  return [
    safe`${
      mdCode(`GET ${path}`)
    } is answered with server-sent events, or with a WebSocket that sends the same as JSON (${
      mdCode('{ "id", "event", "data" }')
    }) to a request that asks for one. Filters and ${
      mdCode("q")
    } are those of the list, and ${
      mdCode(`?${key}=`)
    } names one entity. Events come after the commit, those of one entity in their order:`,
    safe`- ${mdCode("created")}, ${
      mdCode("updated")
    }: the data is ${data}, as it is when it is sent. One that comes into view, by the filters or by who may see it, is told as created.`,
    safe`- ${
      mdCode("deleted")
    }: the data is ${gone}. One that leaves the view is told so, too; also an entity may be named that the filters never found.`,
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
    }, ${mdCode("unauthorized")}${
      nested
        ? safe<"md">`, ${mdCode("gone")} (what its path names is gone)`
        : safe<"md">``
    } or ${mdCode("unavailable")}. A WebSocket is closed with 1013, 1001, 1008${
      nested ? safe<"md">`, 1008` : safe<"md">``
    } or 1011 instead.`,
    safe`A stream goes on where it was with the header ${
      mdCode("Last-Event-ID")
    }, which EventSource sends by itself (a page's WebSocket: ${
      mdCode(`?${lastEventId}=`)
    }): the last 1000 changes of each kind of entity are remembered, by the process that told of them; what is not remembered is a ${
      mdCode("reset")
    }. A comment every 15 seconds keeps proxies from closing it. Every event, and every comment, is held to what whoever listens may see at that moment; a token that has run out ends the stream.${
      tokenText(text)
    } Pages of other sites ${
      origins.length === 0 ? safe<"md">`cannot open a WebSocket (403).` : safe<
        "md"
      >`than those that may call the API cannot open a WebSocket (403).`
    }`,
  ];
}

function tokenText({ scheme }: LiveText): Md {
  if (scheme === undefined) return safe``;
  const protocols = `["live", "${scheme.toLowerCase()}." + accessToken]`;
  return safe` EventSource and WebSocket of browsers cannot send a token in a header, and it never belongs into a URL: read the stream by ${
    mdCode("fetch")
  }, or open the WebSocket with the protocols ${mdCode(protocols)}.`;
}

/** What an operation does by which clients listen. */
export const LIVE_DESCRIPTION =
  "Server-sent events; a WebSocket to a request that asks for one. Filters are those of the list.";
const EVENTS = "Events, until either side ends it.";

/** Where to go on. */
export const LAST_EVENT_ID: JsonObject = {
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
