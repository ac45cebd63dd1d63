import { assertEquals, assertMatch } from "@std/assert";
import { parseBlueprint } from "../generator/blueprint/parse.ts";
import { expand } from "../generator/model/expand.ts";
import { creatable } from "./sample_bodies.ts";

const BLUEPRINT = `
system: shop
entities:
  line:
    fields: { amount: { type: integer, min: 3 } }
    relations: { order: { belongsTo: order } }
  order:
    fields: { slug: { type: slug, from: code }, code: { type: string, required: true, pattern: "[A-Z]{3}-[0-9]{2}" }, mail: { type: email, maxLength: 12 } }
    relations: { previous: { belongsTo: order, required: false } }
  person:
    fields: { name: { type: string } }
    operations: [list, get]
  badge:
    fields: { name: { type: string } }
    relations: { person: { belongsTo: person } }
  log:
    fields: { text: { type: text } }
    operations: [list]
`;

Deno.test("creatable() orders entities after those they need, without those nobody can create", async () => {
  const { blueprint } = parseBlueprint(BLUEPRINT);
  const model = blueprint && expand(blueprint).model;
  const found = model ? await creatable(model) : [];
  assertEquals(found.map(({ entity }) => entity.name.snake), ["order", "line"]);
  const [order, line] = found.map(({ body }) =>
    body(new Map([["order", "7"]]))
  );
  assertMatch(String(order?.code), /^[A-Z]{3}-[0-9]{2}$/);
  assertMatch(String(order?.mail), /^.{1,7}@b\.io$/);
  assertEquals("previousId" in (order ?? {}), false);
  assertEquals("slug" in (order ?? {}), false);
  assertEquals(line, { amount: 3, orderId: "7" });
});
