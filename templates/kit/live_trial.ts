/**
 * Tries what live updates tell one viewer: all that they may see, in order, and nothing else.
 *
 * @module
 */
import assert from "node:assert/strict";
import type { Entity } from "./entity_spec.ts";
import { type ReadEvent, readEvents } from "./event_reader.ts";
import type { LiveSubscription } from "./live_subscription.ts";

/** Who listens, and to what. */
export interface LiveTrial {
  /** The entity's path. */
  readonly path: string;
  /** Where the system listens. */
  readonly url: string;
  /** The token of whoever listens; undefined for nobody. */
  readonly token?: string;
  /** Hears of every change, past all rules. */
  readonly witness: LiveSubscription;
  /** Makes one. */
  readonly make: () => Promise<Entity>;
  /** Deletes one; says whether it could. */
  readonly remove: (id: string) => Promise<boolean>;
  /** Stops the system. */
  readonly stop: () => Promise<unknown>;
}

/** What must come of listening: all is told, nothing is told, or it is refused. */
export type LiveAnswer = "allowed" | "own" | 401 | 403;

/** Tries server-sent events and a WebSocket. The system is stopped after that. */
export async function tryLive(
  trial: LiveTrial,
  answer: LiveAnswer,
): Promise<void> {
  if (typeof answer === "number") return await expectRefused(trial, answer);
  const witnessed = witnessOf(trial.witness);
  const [begin] = await readTill(trial, "ready");
  const socket = await openSocket(trial);
  const made = await trial.make();
  await witnessed(made.id, "created");
  const created = await readTill(trial, "ready", begin?.id);
  const wanted = answer === "allowed" ? ["created"] : [];
  assert.deepEqual(
    about(created, made.id),
    wanted,
    "what was told of a new one",
  );
  for (const { event, data } of created) {
    if (event === "created" && idOf(data) === made.id) {
      assert.deepEqual(data, await readOne(trial, made.id));
    }
  }
  if (await trial.remove(made.id)) {
    await witnessed(made.id, "deleted");
    const deleted = await readTill(trial, "ready", created.at(-1)?.id);
    const gone = answer === "allowed" ? ["deleted"] : [];
    assert.deepEqual(about(deleted, made.id), gone, "what was told of its end");
  }
  if (answer === "allowed") {
    await socket.until(({ event, data }) =>
      event === "created" && idOf(data) === made.id
    );
  }
  const [lost] = await readTill(trial, "ready", crypto.randomUUID());
  assert.equal(lost?.event, "reset", "what an unknown id is answered with");
  await expectQuery(trial);
  await expectStop(trial, socket);
  const heard = socket.events.some(({ data }) => idOf(data) === made.id);
  assert.ok(answer === "allowed" || !heard);
}

async function expectRefused(
  trial: LiveTrial,
  status: 401 | 403,
): Promise<void> {
  const response = await open(trial);
  assert.equal(response.status, status);
  const challenge = response.headers.get("www-authenticate") ?? "";
  assert.equal(challenge.startsWith("Bearer"), status === 401);
  await response.body?.cancel();
  await assert.rejects(openSocket(trial));
  await trial.stop();
}

/** Whoever stops a system ends its streams; they say why. */
async function expectStop(
  trial: LiveTrial,
  socket: TrialSocket,
): Promise<void> {
  const events = readEvents(await open(trial));
  assert.equal((await events.next()).value?.event, "ready");
  const stopped = trial.stop();
  const last = await Array.fromAsync(events);
  assert.deepEqual(last.at(-1)?.data, { reason: "stopping" });
  assert.equal(await socket.closed, 1001);
  await stopped;
}

/** A page has no meaning here, and what lists do not know is unknown here, too. */
async function expectQuery(trial: LiveTrial): Promise<void> {
  for (const query of ["limit=1", "nothing=known", "id=1"]) {
    const response = await open(trial, `?${query}`);
    assert.equal(response.status, 422, query);
    await response.body?.cancel();
  }
  const head = await fetch(`${trial.url}${trial.path}/live`, {
    method: "HEAD",
    headers: headersOf(trial),
  });
  assert.equal(head.headers.get("content-type"), "text/event-stream");
}

/** Reads the events of a new stream up to one of a kind. */
async function readTill(
  trial: LiveTrial,
  kind: string,
  after?: string,
): Promise<readonly ReadEvent[]> {
  const response = await open(trial, "", after);
  assert.equal(response.status, 200);
  assert.equal(response.headers.get("content-type"), "text/event-stream");
  const events: ReadEvent[] = [];
  for await (const event of readEvents(response)) {
    events.push(event);
    if (event.event === kind) break;
  }
  return events;
}

function open(
  trial: LiveTrial,
  query: string = "",
  after?: string,
): Promise<Response> {
  return fetch(`${trial.url}${trial.path}/live${query}`, {
    headers: {
      ...headersOf(trial),
      ...(after === undefined ? {} : { "last-event-id": after }),
    },
  });
}

async function readOne(trial: LiveTrial, id: string): Promise<unknown> {
  const response = await fetch(`${trial.url}${trial.path}?limit=200`, {
    headers: headersOf(trial),
  });
  const { items } = await response.json();
  return items.find((item: Entity) => item.id === id);
}

function headersOf({ token }: LiveTrial): Record<string, string> {
  return token === undefined ? {} : { authorization: `Bearer ${token}` };
}

function about(events: readonly ReadEvent[], id: string): string[] {
  return events.filter(({ data }) => idOf(data) === id)
    .map(({ event }) => event);
}

function idOf(data: unknown): unknown {
  return typeof data === "object" && data !== null && "id" in data
    ? data.id
    : undefined;
}

/** Waits for changes in the order in which they are wanted. */
function witnessOf(
  witness: LiveSubscription,
): (id: string, kind: string) => Promise<void> {
  const signals = witness.signals();
  return async (id, kind) => {
    while (true) {
      const { value, done } = await signals.next();
      assert.ok(!done, `found no change of ${id}`);
      if (!("change" in value)) continue;
      if (value.change.id === id && value.change.kind === kind) return;
    }
  };
}

/** A WebSocket, and what came by it. */
export interface TrialSocket {
  /** What came. */
  readonly events: readonly SocketEvent[];
  /** Resolves when something came that is looked for. */
  until(isIt: (event: SocketEvent) => boolean): Promise<void>;
  /** The code with which it was closed. */
  readonly closed: Promise<number>;
}

/** One event by a WebSocket. */
export interface SocketEvent {
  /** What has happened. */
  readonly event: string;
  /** What of. */
  readonly data?: unknown;
}

/** Opens a WebSocket as a page does: with the token among its protocols. */
export async function openSocket(
  { url, path, token, scheme = "Bearer" }:
    & Pick<LiveTrial, "url" | "path" | "token">
    & { readonly scheme?: string },
): Promise<TrialSocket> {
  const protocol = `${scheme.toLowerCase()}.${token}`;
  const socket = new WebSocket(
    `${url.replace("http", "ws")}${path}/live`,
    ["live", ...(token === undefined ? [] : [protocol])],
  );
  const events: SocketEvent[] = [];
  const closed = Promise.withResolvers<number>();
  const opened = Promise.withResolvers<void>();
  let stir = Promise.withResolvers<void>();
  socket.onmessage = ({ data }) => {
    const event: SocketEvent = JSON.parse(data);
    if (event.event === "ready") opened.resolve();
    events.push(event);
    stir.resolve();
    stir = Promise.withResolvers();
  };
  socket.onerror = () => opened.reject(new Error("it cannot be opened"));
  socket.onclose = ({ code }) => {
    closed.resolve(code);
    stir.resolve();
  };
  await opened.promise;
  return {
    events,
    closed: closed.promise,
    until: async (isIt) => {
      while (!events.some(isIt)) {
        assert.equal(socket.readyState, WebSocket.OPEN);
        await stir.promise;
      }
    },
  };
}
