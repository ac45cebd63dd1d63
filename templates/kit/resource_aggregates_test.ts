import { assertEquals, assertThrows } from "@std/assert";
import type { EntityRequest, Group } from "./entity_request.ts";
import type { EntitySpec } from "./entity_spec.ts";
import { createApi } from "./http_api.ts";
import { mountResourceAggregates } from "./resource_aggregates.ts";
import type { ResourceOptions } from "./resource_request.ts";
import { apiClient, expectProblem } from "./testing.ts";

const PARCEL: EntitySpec = {
  name: "parcel",
  label: "parcel",
  path: "/parcels",
  table: "parcels",
  fields: {
    town: { kind: "string", column: "town", nullable: true },
    weightGrams: { kind: "integer", column: "weight_grams", nullable: false },
    secret: { kind: "string", column: "secret", nullable: true },
  },
  search: [],
};
const PER_TOWN = {
  name: "per-town",
  by: [{ field: "town" }],
  sum: ["weightGrams"],
};

Deno.test("mountResourceAggregates() tells groups in the names that clients see", async () => {
  const { client, asked } = parcels([group("Rome", 3), group(null, 5)]);
  const answer = await client.get("/v1/parcels/per-town?where_to=Rome");
  assertEquals(answer.body, {
    groups: [
      { where_to: "Rome", count: 2, sum: { weight_grams: 3 } },
      { where_to: null, count: 2, sum: { weight_grams: 5 } },
    ],
  });
  const [request] = asked;
  assertEquals(
    request?.operation === "groups" && request.filters,
    [{ field: "town", value: "Rome" }],
  );
});

Deno.test("mountResourceAggregates() tells at most 1000 groups", async () => {
  const many = Array.from({ length: 1001 }, (_, n) => group(`${n}`, n));
  const { client } = parcels(many);
  expectProblem(await client.get("/v1/parcels/per-town"), 422, "groups");
});

Deno.test("mountResourceAggregates() throws for what clients do not see", () => {
  for (
    const unseen of [
      { name: "per-secret", by: [{ field: "secret" }] },
      { name: "per-town", by: [{ field: "town" }], max: ["secret"] },
    ]
  ) {
    assertThrows(() => parcels([], unseen), TypeError, '"secret"');
  }
});

function parcels(
  groups: readonly Group[],
  aggregate: Parameters<typeof mountResourceAggregates>[2][number] = PER_TOWN,
) {
  const asked: EntityRequest[] = [];
  const options: ResourceOptions = {
    resource: {
      name: "parcel",
      plural: "parcels",
      path: "/v1/parcels",
      param: "id",
      entity: PARCEL,
      key: "id",
      shows: { where_to: "town", weight_grams: "weightGrams" },
    },
    shape: {
      envelope: true,
      naming: "snake_case",
      paging: { style: "cursor", limit: 5, most: 20 },
      unknownFields: "refuse",
      scheme: "Bearer",
    },
    operations: [],
    guards: {},
    sources: {
      parcel: (request) => {
        asked.push(request);
        return Promise.resolve({ ok: true, value: { groups } });
      },
    },
  };
  const health = {
    status: "ok",
    live: true,
    ready: true,
    components: [],
  } as const;
  const api = createApi({ openapi: {}, health: () => health });
  mountResourceAggregates(api, options, [aggregate]);
  return { asked, client: apiClient(api.fetch) };
}

function group(town: string | null, sum: number): Group {
  return {
    value: town,
    values: [town],
    count: 2,
    sums: {},
    measures: {
      weightGrams: { known: 2, sum: String(sum), min: 1, max: 2 },
    },
  };
}
