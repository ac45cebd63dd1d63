import { assertEquals } from "@std/assert";
import { mountAggregates } from "./aggregate_routes.ts";
import type { AggregateSpec } from "./aggregate_spec.ts";
import type { EntityRequest, Groups } from "./entity_request.ts";
import { mountEntity } from "./entity_routes.ts";
import { EntityService } from "./entity_service.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";
import { compareAll, expectAggregates } from "./expect_aggregates.ts";
import { createApi } from "./http_api.ts";
import { MemoryDatabase } from "./memory_database.ts";
import { MemoryTable } from "./memory_table.ts";
import { ok } from "./problem.ts";
import { sampleEntity } from "./sample_entity.ts";
import { apiClient, expectProblem } from "./testing.ts";

const SALE: EntitySpec = {
  name: "sale",
  label: "sale",
  path: "/sales",
  table: "sales",
  fields: {
    state: {
      kind: "enum",
      column: "state",
      nullable: false,
      values: ["open", "paid"],
    },
    paidOn: { kind: "date", column: "paid_on", nullable: true },
    amount: { kind: "decimal", column: "amount", nullable: true, scale: 2 },
    pieces: { kind: "integer", column: "pieces", nullable: true },
    weight: { kind: "number", column: "weight", nullable: true },
    place: { kind: "string", column: "place", nullable: true },
  },
  search: [],
};

const BY_STATE: AggregateSpec = {
  name: "by-state",
  by: [{ field: "state" }],
  sum: ["amount", "pieces", "weight"],
  avg: ["amount", "pieces", "weight"],
  min: ["amount", "pieces", "weight", "paidOn"],
  max: ["amount", "pieces", "weight", "paidOn"],
};

const BY_MONTH: AggregateSpec = {
  name: "by-month",
  by: [{ field: "paidOn", part: "month" }, { field: "place" }],
  sum: ["amount"],
};

function openSales() {
  const table = new MemoryTable<Entity>(SALE, new MemoryDatabase());
  const service = new EntityService<Entity>({
    spec: SALE,
    store: (command) => Promise.resolve(table.execute(command)),
  });
  const health = { status: "ok", live: true, ready: true, components: [] };
  const api = createApi({ openapi: {}, health: () => health });
  const send = (request: EntityRequest) => service.handle(request);
  mountAggregates(api, { spec: SALE, send }, [BY_STATE, BY_MONTH]);
  mountEntity(api, { spec: SALE, send, operations: ["list", "get", "delete"] });
  const make = (values: Record<string, unknown> = {}, n = 0) => {
    const entity = sampleEntity<Entity>(SALE, n, values);
    table.execute({ kind: "insert", entity });
    return Promise.resolve(entity);
  };
  return { client: apiClient(api.fetch), make };
}

Deno.test("mountAggregates() tells what the list has", async () => {
  const { client, make } = openSales();
  await expectAggregates({
    client,
    spec: SALE,
    aggregates: [BY_STATE, BY_MONTH],
    make: (n) => make({}, n),
    deletes: true,
  });
});

Deno.test("an aggregate loses no digit, and leaves null out", async () => {
  const { client, make } = openSales();
  const state = "paid";
  const none = { paidOn: null, amount: null, pieces: null, weight: null };
  for (const amount of [0.1, 0.2, 9999999999999.99, 9999999999999.99]) {
    await make({ ...none, state, amount, paidOn: "2030-01-31" });
  }
  await make({ ...none, state: "open", pieces: 2 });
  await make({ ...none, state: "open", pieces: 3 });
  await make({ ...none, state: "open" });
  const { body } = await client.get<Groups>("/sales/by-state");
  const nothing = { amount: null, pieces: null, weight: null, paidOn: null };
  assertEquals(body.groups as unknown, [
    {
      state: "open",
      count: 3,
      sum: { amount: "0.00", pieces: 5, weight: 0 },
      avg: { amount: null, pieces: "2.50", weight: null },
      min: { ...nothing, pieces: 2 },
      max: { ...nothing, pieces: 3 },
    },
    {
      state: "paid",
      count: 4,
      sum: { amount: "20000000000000.28", pieces: 0, weight: 0 },
      avg: { amount: "5000000000000.0700", pieces: null, weight: null },
      min: { ...nothing, amount: "0.10", paidOn: "2030-01-31" },
      max: { ...nothing, amount: "9999999999999.99", paidOn: "2030-01-31" },
    },
  ]);
  await compareAll({ client, spec: SALE, aggregates: [BY_STATE] }, "");
});

Deno.test("an aggregate has at most 1000 groups", async () => {
  const { client, make } = openSales();
  for (let n = 0; n < 1000; n++) await make({ place: `Place ${n}` });
  const { status, body } = await client.get<Groups>("/sales/by-month");
  assertEquals([status, body.groups.length], [200, 1000]);
  await make({ place: "one more" });
  expectProblem(await client.get("/sales/by-month"), 422, "groups");
  const less = await client.get<Groups>("/sales/by-month?place=Place+7");
  assertEquals(less.body.groups.length, 1);
});

Deno.test("an aggregate that tells anything else than the list is found", async () => {
  const { client, make } = openSales();
  await make();
  for (
    const change of [
      (text: string) => text.replace('"count":1', '"count":2'),
      (text: string) => text.replace(".05", ".5"),
      (text: string) => text.replace(/"groups":\[.*\]/, '"groups":[]'),
    ]
  ) {
    const wrong = apiClient(async (request) => {
      const response = await client.get(new URL(request.url).pathname);
      const body = JSON.stringify(response.body);
      const isList = new URL(request.url).pathname === "/sales";
      return new Response(isList ? body : change(body), response);
    });
    const trial = { client: wrong, spec: SALE, aggregates: [BY_STATE] };
    const told = await compareAll(trial, "").then(
      () => ok(1),
      (error) => error,
    );
    assertEquals(told instanceof Error, true);
  }
});
