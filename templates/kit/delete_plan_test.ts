import { assertEquals, assertThrows } from "@std/assert";
import { planDeletion, ReferenceGraph } from "./delete_plan.ts";
import type { DeleteRule, EntitySpec } from "./entity_spec.ts";

Deno.test("planDeletion() follows cascades and stops at what restricts", () => {
  const graph = graphOf([["b", "a", "cascade"], ["c", "b", "cascade"], [
    "d",
    "c",
    "restrict",
  ]]);
  assertEquals(
    plan(graph, { b: { a1: ["b1"] }, c: { b1: ["c1"] }, d: { c1: ["d1"] } }),
    { kind: "refused", by: "d" },
  );
  assertEquals(plan(graph, { b: { a1: ["b1"] }, c: { b1: ["c1"] } }), {
    kind: "allowed",
    deleted: [{ table: "as", id: "a1" }, { table: "bs", id: "b1" }, {
      table: "cs",
      id: "c1",
    }],
    cleared: [],
  });
});

Deno.test("planDeletion() is not stopped by what goes as well", () => {
  const graph = graphOf([["b", "a", "cascade"], ["c", "b", "restrict"], [
    "c",
    "a",
    "cascade",
  ]]);
  const rows = { b: { a1: ["b1"] }, c: { a1: ["c1"], b1: ["c1"] } };
  assertEquals(plan(graph, rows).kind, "allowed");
});

Deno.test("ReferenceGraph knows a reference once, however often it is added", () => {
  const a = { kind: "uuid", column: "a_id", nullable: false } as const;
  const references = {
    entity: "a",
    table: "as",
    onDelete: "restrict",
  } as const;
  const spec: EntitySpec = {
    name: "b",
    label: "b",
    path: "/bs",
    table: "bs",
    fields: { aId: { ...a, references } },
    search: [],
  };
  const graph = new ReferenceGraph();
  for (let times = 0; times < 2; times++) graph.add(spec);
  assertEquals(graph.into("as"), [{
    spec,
    field: "aId",
    onDelete: "restrict",
  }]);
});

Deno.test("planDeletion() clears references of rows that stay, and ends on circles", () => {
  const graph = graphOf([["b", "a", "cascade"], ["a", "b", "cascade"], [
    "c",
    "b",
    "clear",
  ]]);
  assertEquals(
    plan(graph, { b: { a1: ["b1"] }, a: { b1: ["a1"] }, c: { b1: ["c1"] } }),
    {
      kind: "allowed",
      deleted: [{ table: "as", id: "a1" }, { table: "bs", id: "b1" }],
      cleared: [{ table: "cs", id: "c1", fields: ["bId"] }],
    },
  );
});

Deno.test("ReferenceGraph.clears() follows cascades alone, and ends on circles", () => {
  const graph = graphOf([
    ["b", "a", "cascade"],
    ["a", "b", "cascade"],
    ["c", "b", "clear"],
    ["d", "c", "restrict"],
    ["e", "d", "clear"],
  ]);
  for (
    const [table, clears] of [["as", true], ["bs", true], ["cs", false], [
      "ds",
      true,
    ], ["es", false]] as const
  ) {
    assertEquals(graph.clears(table), clears, table);
  }
});

Deno.test("ReferenceGraph.add() refuses to clear a field that may not be null", () => {
  const spec = specOf("b", "a", "clear");
  const required = {
    ...spec,
    fields: { aId: { ...spec.fields.aId!, nullable: false } },
  };
  assertThrows(() => new ReferenceGraph().add(required), TypeError, '"b.aId"');
});

function specOf(
  name: string,
  target: string,
  onDelete: DeleteRule,
): EntitySpec {
  const references = { entity: target, table: `${target}s`, onDelete };
  const field = {
    kind: "uuid",
    column: `${target}_id`,
    nullable: true,
    references,
  } as const;
  return {
    name,
    label: name,
    path: `/${name}s`,
    table: `${name}s`,
    fields: { [`${target}Id`]: field },
    search: [],
  };
}

function graphOf(
  references: readonly (readonly [string, string, DeleteRule])[],
): ReferenceGraph {
  const graph = new ReferenceGraph();
  for (const reference of references) graph.add(specOf(...reference));
  return graph;
}

function plan(
  graph: ReferenceGraph,
  rows: Record<string, Record<string, string[]>>,
) {
  return planDeletion(
    graph,
    { table: "as", id: "a1" },
    ({ spec }, id) => rows[spec.name]?.[id] ?? [],
  );
}
