/**
 * Attacks on the API of an entity, each in a system of its own.
 *
 * @module
 */
import type { JsonObject } from "./entity_request.ts";
import type { Operation } from "./entity_routes.ts";
import type { Entity, EntitySpec, FieldKind } from "./entity_spec.ts";
import { ATTACKS, type HostileTarget } from "./hostile_input.ts";
import { type ApiClient, textInit } from "./testing.ts";

/** A system under test. */
export interface AttackedSystem extends AsyncDisposable {
  /** Calls its API as somebody who may. */
  readonly client: ApiClient;
}

/** What is attacked. */
export interface HostileSubject<Test extends AttackedSystem> {
  /** The entity. */
  readonly spec: EntitySpec;
  /** The operations that somebody may carry out. */
  readonly operations: readonly Operation[];
  /** The actions that change its state, as in their paths. */
  readonly actions: readonly string[];
  /** Starts a system. */
  readonly start: () => Promise<Test>;
  /** Makes a valid body. */
  readonly body: (test: Test) => JsonObject | Promise<JsonObject>;
  /** Stores an entity. */
  readonly make: (test: Test) => Promise<Entity>;
}

/** One attack, as a test. */
export interface HostileTrial {
  /** What must hold. */
  readonly title: string;
  /** Tries to break it. */
  readonly run: () => Promise<void>;
}

/** Lists the attacks for which an entity has something to attack. */
export function hostileTrials<Test extends AttackedSystem>(
  subject: HostileSubject<Test>,
): readonly HostileTrial[] {
  const { spec, operations, actions, start } = subject;
  const parts = {
    writes: operations.includes("create") || operations.includes("patch"),
    lists: operations.includes("list"),
    reads: operations.includes("get"),
    acts: actions.length > 0,
  };
  return ATTACKS.filter(({ applies }) => applies(parts)).map((attack) => ({
    title: `${spec.path} ${attack.title}`,
    run: async () => {
      await using test = await start();
      await attack.run(await targetIn(test, subject));
    },
  }));
}

async function targetIn<Test extends AttackedSystem>(
  test: Test,
  { spec, operations, actions, body, make }: HostileSubject<Test>,
): Promise<HostileTarget> {
  const { client } = test;
  const item = `${spec.path}/${(await make(test)).id}`;
  const has = (operation: Operation) => operations.includes(operation);
  const send = (method: string, path: string) => (text: BodyInit) =>
    client.send(path, { ...textInit(method, ""), body: text });
  return {
    ...(has("create") ? { create: send("POST", spec.path) } : {}),
    ...(has("patch") ? { change: send("PATCH", item) } : {}),
    ...(has("list")
      ? { list: (query) => client.get(`${spec.path}?${query}`) }
      : {}),
    ...(has("get")
      ? { get: (segment) => client.get(`${spec.path}/${segment}`) }
      : {}),
    act: (action) => client.post(`${item}/${action}`),
    actions,
    body: async () => await body(test),
    wrap: (body) => body,
    fields: settable(spec),
    read: async () => has("get") ? (await client.get(item)).body : spec.path,
    errors: "problem",
  };
}

/** The fields that clients set. */
function settable({ fields }: EntitySpec): Record<string, FieldKind> {
  return Object.fromEntries(
    Object.entries(fields).filter(([, { readOnly, serial }]) =>
      !readOnly && !serial
    ).map(([name, { kind }]) => [name, kind]),
  );
}
