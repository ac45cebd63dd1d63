/**
 * Somebody who listens to a resource in a trial: what they hear is held to what they would read at that moment.
 *
 * @module
 */
import assert from "node:assert/strict";
import { clientName } from "./client_names.ts";
import type { JsonObject } from "./entity_request.ts";
import { type Entity, valueOf } from "./entity_spec.ts";
import { type ReadEvent, readEvents } from "./event_reader.ts";
import { viewOf } from "./expect_shown.ts";
import { enveloped, listShows } from "./resource_answer.ts";
import {
  callerFor,
  collection,
  operationOf,
  stored,
} from "./resource_stage.ts";
import type { Stage, Trial, TrialLive } from "./resource_subject.ts";
import type { ApiResponse } from "./testing.ts";

/** Somebody who listens. */
export interface Ear {
  /** Where the system listens. */
  readonly url: string;
  /** The path of the collection. */
  readonly path: string;
  /** Who listens; undefined for nobody. */
  readonly id: string | undefined;
  /** Their token. */
  readonly token?: string;
  /** The word before it. */
  readonly scheme: string;
  /** What they ask for. @default "" */
  readonly query?: string;
  /** Waits for the next change of an entity. */
  readonly witnessed: (id: string) => Promise<void>;
}

/** Lets somebody listen to the collection that an entity is in. */
export async function earOf(
  stage: Stage,
  entity: Entity,
  id: string | undefined,
): Promise<Ear> {
  const { subject, system } = stage;
  const live = liveOf(stage);
  const token = id === undefined ? undefined : await system.tokenOf?.(id);
  return {
    url: await live.url,
    path: await collection(stage, entity),
    id,
    ...(token === undefined ? {} : { token }),
    scheme: subject.shape.scheme,
    witnessed: witnessOf(live.watch(subject.resource.entity.name)),
  };
}

/** Adds a trial. */
export type AddTrial = (
  title: string,
  run: (stage: Stage) => Promise<void>,
) => Trial;

/** Somebody who may list listens, with a query. */
export async function listenerOf(
  stage: Stage,
  first: Entity,
  query: string = "",
): Promise<Ear> {
  const list = operationOf(stage.subject, "list") ?? {};
  const { id } = await callerFor(stage, list, first);
  return { ...await earOf(stage, first, id), query };
}

/** Gives what trials know of live updates. */
export function liveOf({ system }: Stage): TrialLive {
  assert.ok(system.live, "found no live updates");
  return system.live;
}

/** Opens a stream, or is refused. */
export function openStream(
  { url, path, token, scheme, query = "" }: Ear,
  { after, method = "GET" }: {
    readonly after?: string;
    readonly method?: string;
  } = {},
): Promise<Response> {
  return fetch(`${url}${path}/live${query}`, {
    method,
    headers: {
      ...(token === undefined ? {} : { authorization: `${scheme} ${token}` }),
      ...(after === undefined ? {} : { "last-event-id": after }),
    },
  });
}

/** Reads what was missed since an event, and that this was all. */
export async function heardSince(
  ear: Ear,
  after?: string,
): Promise<readonly ReadEvent[]> {
  const response = await openStream(
    ear,
    after === undefined ? {} : { after },
  );
  assert.equal(response.status, 200, ear.path);
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  const events: ReadEvent[] = [];
  for await (const event of readEvents(response)) {
    events.push(event);
    if (event.event === "ready") break;
  }
  return events;
}

/** The id of the last event that there is. */
export async function markOf(ear: Ear): Promise<string> {
  const events = await heardSince(ear);
  assert.deepEqual(events.map(({ event }) => event), ["ready"]);
  return events[0]?.id ?? "";
}

/** An answer that is no stream, as it is; what is a stream is closed. */
export async function refusalOf(
  response: Response,
): Promise<ApiResponse<unknown>> {
  const { status, headers } = response;
  const isStream = headers.get("content-type") === "text/event-stream";
  if (isStream) await response.body?.cancel();
  const text = isStream ? "" : await response.text();
  return { status, headers, body: text === "" ? null : JSON.parse(text) };
}

/**
 * Has one entity made, changed or deleted, and asserts that whoever listens is told of it what they could read before and
 * after, and nothing else.
 */
export async function expectTold(
  stage: Stage,
  ear: Ear,
  { id, change }: {
    /** Which one. @default the one that is made */
    readonly id?: string;
    readonly change: () => Promise<Entity | void>;
  },
): Promise<TellResult> {
  const mark = await markOf(ear);
  const was = id === undefined ? undefined : await sightOf(stage, ear, id);
  const made = await change();
  const about = id ?? made?.id ?? "";
  await ear.witnessed(about);
  const is = await sightOf(stage, ear, about);
  const events = (await heardSince(ear, mark)).slice(0, -1);
  const told = events.map(({ event, data }) => ({ event, data }));
  assert.deepEqual(told, expectedOf(stage, was, is), "what was told");
  return { mark, events, isThere: is !== undefined };
}

/** What came of something that was done. */
export interface TellResult {
  /** The id of the last event before. */
  readonly mark: string;
  /** What was told. */
  readonly events: readonly ReadEvent[];
  /** Whether whoever listens could read the entity then. */
  readonly isThere: boolean;
}

/** What somebody reads of an entity: its key, and what the list shows of it. */
interface Seen {
  readonly key: unknown;
  readonly view: JsonObject;
}

function expectedOf(
  { subject: { resource, shape } }: Stage,
  was: Seen | undefined,
  is: Seen | undefined,
): readonly Pick<ReadEvent, "event" | "data">[] {
  const { shows, key, name } = resource;
  const keyName = clientName(shows, key, shape.naming);
  const gone = (seen: Seen) => ({
    event: "deleted",
    data: enveloped(shape, name, { [keyName]: seen.key }),
  });
  const there = (event: string, seen: Seen) => ({
    event,
    data: enveloped(shape, name, seen.view),
  });
  if (is === undefined) return was === undefined ? [] : [gone(was)];
  if (was === undefined) return [there("created", is)];
  return was.key === is.key
    ? [there("updated", is)]
    : [gone(was), there("created", is)];
}

/** Reads the list as whoever listens; undefined where the entity is not in it. */
async function sightOf(
  stage: Stage,
  ear: Ear,
  id: string,
): Promise<Seen | undefined> {
  const { subject: { resource, shape }, system } = stage;
  const entity = await stored(stage, id);
  if (entity === undefined) return undefined;
  const seeing = { ...system, viewerId: ear.id };
  const view = await viewOf(listShows(resource), entity, seeing);
  const query = new URLSearchParams(ear.query);
  query.set("limit", String(shape.paging.most));
  const { status, body } = await system.as(ear.id).get(`${ear.path}?${query}`);
  assert.equal(status, 200, JSON.stringify(body));
  const page = body as Readonly<Record<string, readonly unknown[]>>; // the comparison is the check
  const items = page[shape.envelope ? resource.plural : "items"] ?? [];
  const isThere = items.some((item) =>
    JSON.stringify(item) === JSON.stringify(view)
  );
  return isThere ? { key: valueOf(entity, resource.key), view } : undefined;
}

function witnessOf(
  signals: ReturnType<TrialLive["watch"]>,
): (id: string) => Promise<void> {
  return async (id) => {
    while (true) {
      const { value, done } = await signals.next();
      assert.ok(!done, `found no change of ${id}`);
      if (value.change?.id === id) return;
    }
  };
}
