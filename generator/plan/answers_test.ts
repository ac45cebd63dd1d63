import { assert, assertEquals } from "@std/assert";
import { text, uuid } from "../../templates/kit/api_schema.ts";
import {
  entitySchema,
  type Fields,
  patchSchema,
} from "../../templates/kit/body_schema.ts";
import type { Entity, EntitySpec } from "../../templates/kit/entity_spec.ts";
import { mountEntity } from "../../templates/kit/entity_routes.ts";
import { EntityService } from "../../templates/kit/entity_service.ts";
import { createApi } from "../../templates/kit/http_api.ts";
import { MemoryDatabase } from "../../templates/kit/memory_database.ts";
import { MemoryTable } from "../../templates/kit/memory_table.ts";
import type { SystemModel } from "../model/system_model.ts";
import { compileBlueprint } from "../model/compile_blueprint.ts";
import { entityView } from "./entity_view.ts";
import { openApiDocument } from "./openapi.ts";
import type { JsonObject } from "./openapi_responses.ts";

const BLUEPRINT = `system: shop
entities:
  room:
    fields:
      name: { type: string, required: true, unique: true }
      state: { type: enum, values: [open, shut, sold], default: open }
    actions:
      shut: { set: { state: shut }, when: { state: open } }
  seat:
    fields: { name: { type: string } }
    relations: { room: { belongsTo: room } }
    actions:
      name_it: { set: { name: named } }
`;

const NO_ID = "01890a5d-ac96-774b-bcce-b302099a8057";

Deno.test("OpenAPI lists for every operation the errors that the kit answers with, and no others", async () => {
  const { model } = compileBlueprint(BLUEPRINT);
  assert(model);
  const answer = serve(model, {});
  const slow = serve(model, { timeoutMs: 1 });
  const room = await makeRoom(answer);
  const seats = await post(answer, "/seats", { roomId: room.id });
  const seat = await seats.json();
  const ids = new Map([["/rooms", room.id], ["/seats", seat.id]]);
  const { paths } = openApiDocument(model) as { paths: Paths };
  for (const [path, item] of Object.entries(paths)) {
    for (const [method, operation] of Object.entries(item)) {
      if (!METHODS.includes(method)) continue;
      const id = ids.get(path.split("/{", 1)[0] ?? "") ?? "";
      const valid = path.startsWith("/rooms")
        ? { name: "taken" }
        : { roomId: room.id };
      const seen = new Set<number>();
      for (
        const request of attempts({
          method: method.toUpperCase(),
          path,
          id,
          valid,
        })
      ) {
        seen.add((await answer(request)).status);
      }
      if ("requestBody" in operation || path.split("/").length === 4) {
        seen.add(
          (await slow(endless(method, path.replace("{id}", id)))).status,
        );
      }
      const listed = Object.keys(operation.responses).map(Number);
      const found = [...seen].filter((status) => status >= 300);
      const wanted = listed.filter((status) =>
        status >= 300 && !(status === 409 && IN_A_RACE.has(`${method} ${path}`))
      );
      assertEquals(found.sort(), wanted, `${method} ${path}`);
    }
  }
});

interface Operation {
  readonly method: string;
  readonly path: string;
  /** An entity that there is. */
  readonly id: string;
  /** A body whose shape is right; the name of a room in it is taken. */
  readonly valid: JsonObject;
}

type Answer = (request: Request) => Response | Promise<Response>;
type Paths = Record<string, Record<string, { responses: JsonObject }>>;

/** The requests that shall go wrong in every way, and those that meet a state that does not allow them. */
function* attempts({ method, path, id, valid }: Operation) {
  const at = (id: string) => `http://x${path.replace("{id}", id)}`;
  const send = (body: unknown, headers = JSON_TYPE, url = at(id)) =>
    new Request(url, {
      method,
      headers,
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
  if (method === "GET" || method === "DELETE") {
    yield new Request(at(NO_ID), { method });
    yield new Request(at(id), { method, headers: { "if-match": "3" } });
    for (const query of ["?limit=0", "?cursor=x", "?name=%ff", "?fields=x"]) {
      if (method === "GET") yield new Request(at(id) + query);
    }
  } else {
    const isAction = path.split("/").length === 4;
    yield send(isAction ? {} : valid, JSON_TYPE, at(NO_ID));
    yield send("{");
    yield send({ unknown: 1 });
    yield send({ name: "x".repeat(2000) });
    yield send("<a/>", { "content-type": "text/xml" });
    if (!isAction) yield send(valid);
  }
  if (path.includes("/{id}")) {
    const headers = { ...JSON_TYPE, "if-match": '"0"' };
    const body = method === "GET" || method === "DELETE"
      ? undefined
      : JSON.stringify(method === "PUT" ? valid : {});
    yield new Request(at(id), { method, headers, body });
    const known = { "if-none-match": "*" };
    if (method === "GET") yield new Request(at(id), { headers: known });
  }
  if (path.startsWith("/rooms/{id}")) yield* refused(method, at(id));
}

/** What the state of a room does not allow: a seat refers to it, it is neither open nor shut. */
function* refused(method: string, url: string) {
  if (method === "DELETE") yield new Request(url, { method });
  if (method === "POST") {
    yield new Request(url.replace("/shut", ""), {
      method: "PATCH",
      headers: JSON_TYPE,
      body: JSON.stringify({ state: "sold" }),
    });
    yield new Request(url, { method });
  }
}

function serve(model: SystemModel, limits: { timeoutMs?: number }): Answer {
  const api = createApi({
    openapi: {},
    health: () => ({ status: "ok", live: true, ready: true, components: [] }),
  });
  const database = new MemoryDatabase();
  for (const entity of model.entities) {
    const { fields } = entityView(entity, model);
    const spec: EntitySpec = {
      name: entity.name.snake,
      label: entity.name.words,
      path: entity.path,
      table: entity.table,
      search: [],
      fields: Object.fromEntries(
        fields.map(({ name, spec }) =>
          [name, new Function(`return ${spec}`)()] as const
        ),
      ),
    };
    const table = new MemoryTable<Entity>(spec, database);
    const service = new EntityService<Entity>({
      spec,
      store: (command) => Promise.resolve(table.execute(command)),
      defaults: entity.name.snake === "room"
        ? { state: "open" }
        : { name: null },
      actions: Object.fromEntries(
        entity.actions.map((
          { name, set, when },
        ) => [name.kebab, { set, when }]),
      ),
    });
    const schema: Fields = entity.name.snake === "room"
      ? { name: text(), state: text().optional() }
      : { name: text().nullable().optional(), roomId: uuid() };
    mountEntity(api, {
      spec,
      operations: entity.operations,
      actions: entity.actions.map(({ name }) => name.kebab),
      createSchema: entitySchema(schema),
      replaceSchema: entitySchema(schema),
      patchSchema: patchSchema(schema),
      send: (request) => service.handle(request),
      bodyLimits: { maxBytes: 1000, ...limits },
    });
  }
  return api.fetch;
}

async function makeRoom(answer: Answer): Promise<{ readonly id: string }> {
  await post(answer, "/rooms", { name: "taken" });
  return await (await post(answer, "/rooms", { name: "own" })).json();
}

async function post(
  answer: Answer,
  path: string,
  body: unknown,
): Promise<Response> {
  const response = await answer(
    new Request(`http://x${path}`, {
      method: "POST",
      headers: JSON_TYPE,
      body: JSON.stringify(body),
    }),
  );
  assertEquals(response.status, 201);
  return response;
}

function endless(method: string, path: string): Request {
  return new Request(`http://x${path}`, {
    method: method.toUpperCase(),
    headers: JSON_TYPE,
    body: new ReadableStream(),
  });
}

const METHODS = ["get", "post", "put", "patch", "delete"];
const JSON_TYPE = { "content-type": "application/json" };

/** Where 409 needs others that change the same entity all the time. */
const IN_A_RACE = new Set([
  "put /seats/{id}",
  "patch /seats/{id}",
  "post /seats/{id}/name-it",
]);

Deno.test("a body that may say what only an action says can be refused with 403, also at a creation", () => {
  const { model } = compileBlueprint(`system: press
users: { registration: open, roles: [writer, editor] }
entities:
  article:
    fields:
      title: { type: string, required: true }
      status: { type: enum, values: [draft, published], default: draft }
    operations: [list, get, create]
    actions:
      publish: { set: { status: published } }
    access: { read: everyone, create: users, publish: editor }
`);
  assert(model);
  const { paths } = openApiDocument(model) as { paths: Paths };
  const { responses } = paths["/articles"]?.post ?? { responses: {} };
  assertEquals(Object.keys(responses).includes("403"), true);
});
