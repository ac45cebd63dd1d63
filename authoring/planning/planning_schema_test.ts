import { assert, assertEquals } from "@std/assert";
import { Ajv2020 } from "ajv/dist/2020.js";
import { BLUEPRINT_SHAPE } from "../../generator/blueprint/language.ts";
import type { Shape } from "../../generator/blueprint/shape.ts";
import { PLANNING_EXAMPLE } from "./planning_example.ts";
import { planningSchema } from "./planning_schema.ts";

function validates(answer: unknown): boolean {
  return new Ajv2020({ strict: false }).validate(planningSchema(), answer);
}

const { answer } = PLANNING_EXAMPLE;

function withBlueprint(parts: Readonly<Record<string, unknown>>): unknown {
  return { ...answer, blueprint: { ...answer.blueprint, ...parts } };
}

Deno.test("planningSchema() fits the example", () => {
  assert(validates(answer));
});

Deno.test("planningSchema() has no code, no files, no wiring and no requirements", () => {
  const entity = (logic: unknown) =>
    withBlueprint({
      entities: { note: { fields: {}, hooks: { beforeCreate: logic } } },
    });
  assert(validates(entity({ behavior: "It refuses empty notes." })));
  assert(!validates(entity({ run: "return;" })));
  assert(!validates(entity({ file: "./logic/note.ts" })));
  const endpoint = { path: "/quote", answer: { sum: { type: "integer" } } };
  assert(validates(withBlueprint({
    endpoints: { quote: { ...endpoint, behavior: "It answers 1." } },
  })));
  assert(
    !validates(withBlueprint({
      endpoints: { quote: { ...endpoint, run: "return { sum: 1 };" } },
    })),
  );
  assert(!validates(withBlueprint({ requirements: [] })));
  assert(!validates(withBlueprint({ components: {} })));
});

Deno.test("planningSchema() asks for the keys that the language asks for, in one spelling", () => {
  const relation = (settings: Readonly<Record<string, unknown>>) =>
    validates(withBlueprint({
      entities: { note: { fields: {}, relations: { book: settings } } },
    }));
  assert(relation({ belongsTo: "book" }));
  assert(!relation({ belongs_to: "book" }));
  assert(!validates({ ...answer, blueprint: { entities: {} } }));
  assert(!validates({ ...answer, sentences: [{ sentence: 1 }] }));
  const webhook = { on: "note.create", hosts: ["example.com"] };
  assert(validates(withBlueprint({ webhooks: { told: webhook } })));
  assert(!validates(withBlueprint({ webhooks: { told: { on: webhook.on } } })));
});

Deno.test("planningSchema() has every definition that it refers to, and no other", () => {
  const { $defs, ...rest } = planningSchema();
  const defined = Object.keys($defs as object).toSorted();
  const named = JSON.stringify([rest, $defs]).matchAll(/"#\/\$defs\/(\w+)"/g);
  assertEquals(
    [...new Set([...named].map(([, name]) => name))].toSorted(),
    defined,
  );
});

Deno.test("the places of the language that name hosts are those that plans are checked for", () => {
  const found: string[] = [];
  const seen = new Set<string>();
  const visit = (shape: Shape, at: string) => {
    if (shape.kind === "list") visit(shape.item, at);
    if (shape.kind === "record") visit(shape.value, at);
    if (shape.kind === "either") visit(shape.object, at);
    if (shape.kind !== "object" || seen.has(shape.of)) return;
    seen.add(shape.of);
    for (const [key, { shape: inner }] of Object.entries(shape.keys)) {
      if (/host|url|origin|domain|address|fetch/i.test(key)) {
        found.push(`${at}.${key}`);
      }
      visit(inner, `${at}.${key}`);
    }
  };
  visit(BLUEPRINT_SHAPE, "");
  // Where a plan may open the system to others is refused in check_plan.ts: a new place must be added there.
  assertEquals(found, [
    ".api.publicUrl",
    ".api.cors.origins",
    ".webhooks.hosts",
    ".endpoints.fetches",
    // These must be of what is fetched from (AC719).
    ".endpoints.examples.fetched",
    ".endpoints.examples.fetched.url",
  ]);
});
