import { assert, assertEquals } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { kindOf } from "./pattern.ts";
import { patternOf } from "./pattern_of.ts";
import { readPattern } from "./read_pattern.ts";
import { patternText } from "./write_pattern.ts";

const { blueprint } = parseBlueprint(`
system: shop
entities:
  order:
    fields:
      weight: { type: integer, required: true }
      total: { type: decimal, required: true, computed: weight * 2 }
      shipping: { type: decimal, computed: { behavior: By weight. } }
    actions:
      ship:
        set: { weight: 1 }
        guard: { behavior: Only light ones. }
    hooks:
      beforeCreate: { behavior: Tidies. }
      afterDelete: { behavior: Tells. }
  price_list:
    fields: { name: { type: string } }
endpoints:
  quote:
    path: /quotes
    answer: { price: { type: decimal } }
    behavior: Quotes.
`);

const WRITTEN = {
  behavior: "It does.",
  signature: "export function f(order: Order): void",
  body: "return;\n",
  test: "export {};\n",
};

Deno.test("patternOf() takes the entity, without the logic itself", async () => {
  const id = "entities.order.actions.ship.guard";
  const { name, unit, blueprint: part } = await kept(id);
  assertEquals([name, unit], ["shop_order_ship_guard", id]);
  assertEquals(Object.keys(part), ["entities"]);
  const { order } = part["entities"] as Record<string, unknown>;
  assertEquals(order, {
    fields: {
      weight: { type: "integer", required: true },
      total: { type: "decimal", required: true, computed: "weight * 2" },
      shipping: { type: "decimal", computed: { behavior: "By weight." } },
    },
    actions: { ship: { set: { weight: 1 } } },
    hooks: {
      beforeCreate: { behavior: "Tidies." },
      afterDelete: { behavior: "Tells." },
    },
  });
});

Deno.test("patternOf() makes a pattern of every kind that can be read again", async () => {
  const ids = [
    "entities.order.fields.shipping.computed",
    "entities.order.actions.ship.guard",
    "entities.order.hooks.beforeCreate",
    "endpoints.quote",
  ];
  for (const id of ids) {
    const pattern = await kept(id);
    assert(kindOf(pattern.unit));
    const text = patternText(pattern);
    assertEquals(await readPattern(text, `${pattern.name}.yaml`), pattern);
  }
});

Deno.test("patternOf() takes the entities that the body of an endpoint asks for", async () => {
  const { blueprint: alone } = await kept("endpoints.quote");
  assertEquals(alone, {
    endpoints: {
      quote: { path: "/quotes", answer: { price: { type: "decimal" } } },
    },
  });
  const { blueprint: asking } = await kept(
    "endpoints.quote",
    "await api.priceLists.list();\n",
  );
  assertEquals(Object.keys(asking), ["entities", "endpoints"]);
  assertEquals(asking["entities"], {
    price_list: { fields: { name: { type: "string" } } },
  });
});

function kept(id: string, body = WRITTEN.body) {
  assert(blueprint);
  return Promise.resolve(patternOf({ ...WRITTEN, id, body }, blueprint));
}
