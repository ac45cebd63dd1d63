import { assertEquals } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { findPlace } from "./blueprint_path.ts";
import { unclaimedParts } from "./unclaimed_parts.ts";

const FULL = `
system: shop
http: { port: 9000 }
store: { engine: memory }
users: { roles: [admin] }
api: { basePath: /v1 }
entities:
  order:
    fields: { note: { type: string }, paid: { type: boolean } }
    relations: { customer: { belongsTo: customer } }
    actions: { pay: { set: { paid: true } } }
    access: { read: everyone, create: users }
  customer:
    fields: { name: { type: string } }
    operations: [list]
webhooks:
  told: { on: order.pay, hosts: [example.com] }
`;

function unclaimed(text: string, paths: readonly string[]): readonly string[] {
  const { blueprint } = parseBlueprint(text);
  if (!blueprint) throw new Error("no blueprint");
  const places = paths.map((path) => {
    const place = findPlace(path, blueprint);
    if (!place) throw new Error(`no ${path}`);
    return place;
  });
  return unclaimedParts(blueprint, places);
}

Deno.test("unclaimedParts() lists what no sentence asks for", () => {
  assertEquals(unclaimed(FULL, ["order", "order.note"]), [
    "added though no sentence asks for it: paid, customer, pay of order",
    'added though not asked for: list, get, create, replace, patch, delete of order (say "only …" to leave out what is not wanted)',
    "added though no sentence asks for it: customer",
    "added though no sentence asks for it: webhooks told",
    "store: memory, though no sentence names one",
    "port 9000: no sentence names it",
    "api: no sentence asks for it",
    "people sign in, under /auth, though no sentence says so",
  ]);
});

Deno.test("unclaimedParts() takes what stands in a place, and what a list holds, for claimed", () => {
  const claims = [
    "entities.order.fields",
    "order.customer",
    "entities.order.actions.pay.set",
    "order.list",
    "entities.order.access.create",
    "customer.name",
    "webhooks",
    "store.memory",
    "http.port",
    "api.basePath",
    "users.roles",
  ];
  assertEquals(unclaimed(FULL, claims), [
    'added though not asked for: get, replace, patch, delete of order (say "only …" to leave out what is not wanted)',
  ]);
});

Deno.test("unclaimedParts() does not take an entity for its fields, nor all entities for one", () => {
  const text =
    "system: a\nentities: { b: { fields: { c: { type: text } }, operations: [] } }\n";
  assertEquals(unclaimed(text, ["b"]), [
    "added though no sentence asks for it: c of b",
    "store: SQLite, nothing was said about storage",
    "port 8080: none was named",
    "public: no users",
  ]);
  assertEquals(
    unclaimed(text, ["entities"])[0],
    "added though no sentence asks for it: c of b",
  );
});
