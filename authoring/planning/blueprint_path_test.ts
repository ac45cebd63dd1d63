import { assertEquals } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { findPlace, isGeneralPlace } from "./blueprint_path.ts";

const { blueprint } = parseBlueprint(`
system: shop
http: { port: 9000 }
users: { roles: [admin] }
entities:
  order:
    fields:
      note: { type: string, required: true, maxLength: 20 }
      paid: { type: boolean, default: false }
      quantity: { type: integer, min: 1 }
    relations:
      product: { belongsTo: product }
    operations: [list, get]
    actions:
      pay: { set: { paid: true }, adjust: { product.stock: -quantity } }
    access: { read: everyone, pay: admin }
  product:
    fields: { stock: { type: integer, min: 0 } }
webhooks:
  order_paid: { on: order.pay, hosts: [hooks.example.com] }
  product_changed: { on: product.update, hosts: [hooks.example.com] }
schedule:
  tidy: { every: 1h, entity: order, do: pay }
endpoints:
  quote: { path: /quote, access: everyone, answer: { sum: { type: integer } }, run: "return { sum: 1 };" }
`);
if (!blueprint) throw new Error("no blueprint");

const FOUND: readonly (readonly [string, string, string])[] = [
  ["order", "entities order", "order"],
  ["entities.order", "entities order", "order"],
  ["order.note", "entities order fields note", "order.note"],
  ["entities.order.fields.note", "entities order fields note", "order.note"],
  [
    "entities.order.fields.note.maxLength",
    "entities order fields note maxLength",
    "order.note.maxLength",
  ],
  [
    "entities.order.fields.note.type",
    "entities order fields note type",
    "order.note",
  ],
  [
    "order.paid.default",
    "entities order fields paid default",
    "order.paid.default",
  ],
  ["order.product", "entities order relations product", "order.product"],
  ["order.list", "entities order operations", "order.list"],
  ["not order.delete", "entities order operations", "not order.delete"],
  [
    "entities.order.operations",
    "entities order operations",
    "order.list,order.get,not order.create,not order.replace,not order.patch,not order.delete",
  ],
  [
    "entities.order.actions.pay.set",
    "entities order actions pay set",
    "order.pay",
  ],
  [
    "entities.order.actions.pay.adjust.product.stock",
    "entities order actions pay adjust product.stock",
    "order.pay",
  ],
  ["entities.order.access.pay", "entities order access pay", ""],
  ["webhooks.order_paid", "webhooks order_paid", "order,order.pay"],
  [
    "webhooks.order_paid.hosts[0]",
    "webhooks order_paid hosts 0",
    "order,order.pay",
  ],
  ["webhooks.product_changed", "webhooks product_changed", "product"],
  ["schedule.tidy", "schedule tidy", "order,order.pay"],
  [
    "endpoints.quote.answer.sum",
    "endpoints quote answer sum",
    "endpoints.quote",
  ],
  ["endpoints.quote", "endpoints quote", "endpoints.quote"],
  ["endpoints.quote.access", "endpoints quote access", ""],
  ["users", "users", "users"],
  ["users.roles", "users roles", "users"],
  ["http.port", "http port", "http.port"],
  ["http", "http", "http"],
  ["store.sqlite", "store", "store.sqlite"],
];

for (const [path, keys, refs] of FOUND) {
  Deno.test(`findPlace() finds ${path}`, () => {
    const place = findPlace(path, blueprint);
    assertEquals(place?.keys.join(" "), keys);
    assertEquals(place?.refs.join(), refs);
    assertEquals(place?.phrases.length, Math.max(1, place?.refs.length ?? 0));
  });
}

const MISSING = [
  "",
  "task",
  "entities.task",
  "order.total",
  "entities.order.fields.note.minLength",
  "order.delete",
  "not order.list",
  "not users",
  "entities.order.field.note",
  "entities.order.fields.not",
  "entities.order.fields.note.required.true",
  "webhooks.order_paid.hosts[1]",
  "store.memory",
  "endpoints.quot",
  "endpoints.quote.body",
  "constructor",
  "entities.constructor",
  "order.toString",
  "__proto__",
  "entities.order..fields",
];

for (const path of MISSING) {
  Deno.test(`findPlace() does not find ${JSON.stringify(path)}`, () => {
    assertEquals(findPlace(path, blueprint), undefined);
  });
}

Deno.test("findPlace() takes a port that nobody wrote for none", () => {
  const { http: _, ...rest } = blueprint;
  assertEquals(findPlace("http.port", rest), undefined);
});

Deno.test("findPlace() finds that nobody signs in", () => {
  const { users: _, ...rest } = blueprint;
  assertEquals(findPlace("not users", rest)?.phrases, ["nobody signs in"]);
});

Deno.test("isGeneralPlace() tells what every system of its kind has from what is said of one", () => {
  const isGeneral = (path: string) => {
    const place = findPlace(path, blueprint);
    return place && isGeneralPlace(place);
  };
  for (
    const path of [
      "order",
      "entities.order",
      "entities",
      "http",
      "store.sqlite",
      "users",
      "system",
      "webhooks",
    ]
  ) assertEquals(isGeneral(path), true, path);
  for (
    const path of [
      "order.list",
      "not order.delete",
      "order.note",
      "entities.order.access.pay",
      "entities.order.operations",
      "http.port",
      "users.roles",
      "webhooks.order_paid",
      "endpoints.quote",
      "product.get",
    ]
  ) assertEquals(isGeneral(path), false, path);
});
