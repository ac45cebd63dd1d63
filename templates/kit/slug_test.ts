import { assert, assertEquals, assertMatch } from "@std/assert";
import fc from "fast-check";
import { entity, errors, ORDER, type Order, setUp } from "./example_orders.ts";
import type { JsonObject } from "./entity_request.ts";
import { EntityService } from "./entity_service.ts";
import { sampleEntity } from "./sample_entity.ts";
import { madeSlugs, slugOf } from "./slug.ts";

Deno.test("slugOf() writes words of a-z and 0-9 with dashes", () => {
  const cases: [string, string][] = [
    ["How to train your dragon", "how-to-train-your-dragon"],
    ["  Crème brûlée: C'est ça!  ", "creme-brulee-cest-ca"],
    ["Größe Ærø Łódź þing İstanbul", "grosse-aero-lodz-thing-istanbul"],
    ["a/b\\c?d=e&f#g%20", "a-b-c-d-e-f-g-20"],
    ["ﬁne½ №5 Ⅳ", "fine12-no5-iv"],
    ["one\u00a0two\tthree—four", "one-two-three-four"],
    ["日本 sushi 🍣", "sushi"],
    ["日本", ""],
    ["-- --", ""],
  ];
  for (const [text, slug] of cases) assertEquals(slugOf(text, 100), slug);
});

Deno.test("slugOf() is cut after a word, or within the first", () => {
  assertEquals(slugOf("one two three", 12), "one-two");
  assertEquals(slugOf("one two three", 13), "one-two-three");
  assertEquals(slugOf("incomprehensibilities", 5), "incom");
});

Deno.test("slugOf() gives what can stand in a path, whatever the text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.nat(50), (text, length) => {
      const slug = slugOf(text, length + 1);
      assertMatch(slug, /^([a-z0-9]+(-[a-z0-9]+)*)?$/);
      assert(slug.length <= length + 1);
      assertEquals(slugOf(slug, 100), slug);
    }),
  );
});

const SPEC = {
  ...ORDER,
  key: "code",
  fields: {
    ...ORDER.fields,
    code: { ...ORDER.fields.code!, readOnly: true },
  },
};

function service(follows = false) {
  const { options } = setUp();
  const service = new EntityService<Order>({
    ...options,
    spec: SPEC,
    actions: { rename: { set: { note: "Four" } } },
    made: madeSlugs(SPEC, [{
      field: "code",
      from: "note",
      maxLength: 100,
      follows,
    }]),
  });
  return { handle: service.handle.bind(service) };
}

Deno.test("madeSlugs() numbers those that are taken, and never ends", async () => {
  const slugs: string[] = [];
  const orders = service();
  for (let n = 0; n < 30; n++) {
    const body = { note: "Same note" };
    slugs.push(entity(await orders.handle({ operation: "create", body })).code);
  }
  assertEquals(slugs.slice(0, 3), ["same-note", "same-note-2", "same-note-3"]);
  assertEquals(new Set(slugs).size, 30);
});

Deno.test("madeSlugs() has a slug for what has no letters, and none that looks like an id", async () => {
  const orders = service();
  const codeOf = async (note: string | null) =>
    entity(await orders.handle({ operation: "create", body: { note } })).code;
  assertEquals(await codeOf("日本"), "order");
  assertEquals(await codeOf(null), "order-2");
  const id = "01890a5d-ac96-774b-bcce-b302099a8057";
  assertEquals(await codeOf(id), `${id}-2`);
});

Deno.test("madeSlugs() makes none that is another path", () => {
  const { make } = madeSlugs<Order>(SPEC, [{
    field: "code",
    from: "note",
    maxLength: 100,
    reserved: ["by-month"],
  }]);
  const codeOf = (note: string, attempt: number) =>
    make(sampleEntity<Order>(SPEC, 1, { note }), attempt).code;
  assertEquals(codeOf("By month", 1), "by-month-2");
  assertEquals(codeOf("By month", 2), "by-month-3");
  assertEquals(codeOf("By months", 1), "by-months");
});

Deno.test("a slug that follows is made anew where its text is another, by PUT, PATCH and actions; others stay", async () => {
  for (const follows of [true, false]) {
    const { handle } = service(follows);
    const create = async (note: string) =>
      entity(await handle({ operation: "create", body: { note } }));
    const { id } = await create("One");
    const two = await create("Two");
    const patch = async (body: JsonObject) =>
      entity(await handle({ operation: "patch", id, body })).code;
    assertEquals(await patch({ note: "Two" }), follows ? "two-2" : "one");
    await handle({ operation: "delete", id: two.id });
    assertEquals(await patch({ note: "TWO!" }), follows ? "two-2" : "one");
    assertEquals(await patch({ price: 3 }), follows ? "two-2" : "one");
    const body = { note: "Three" };
    const replaced = entity(await handle({ operation: "replace", id, body }));
    assertEquals(replaced.code, follows ? "three" : "one");
    const action = { operation: "action", id, action: "rename" } as const;
    assertEquals(entity(await handle(action)).code, follows ? "four" : "one");
    assertEquals(await patch({ note: "Two" }), follows ? "two" : "one");
  }
});

Deno.test("a slug that follows goes on from what is taken as a new one does, and never ends", async () => {
  const { handle } = service(true);
  const codes = new Set<string>();
  for (let n = 0; n < 30; n++) {
    const created = entity(
      await handle({ operation: "create", body: { note: `Note ${n}` } }),
    );
    const body = { note: "Same" };
    const { id } = created;
    codes.add(entity(await handle({ operation: "patch", id, body })).code);
  }
  assertEquals(codes.size, 30);
  assert(codes.has("same") && codes.has("same-10"));
});

Deno.test("EntityService: a field that the server sets is taken back as it is, and no other", async () => {
  const orders = service();
  const refused = await orders.handle({
    operation: "create",
    body: { note: "Mine", code: "mine" },
  });
  assertEquals(errors(refused), ["422", "code"]);
  const order = entity(
    await orders.handle({ operation: "create", body: { note: "Mine" } }),
  );
  for (const operation of ["patch", "replace"] as const) {
    const change = (code: string) =>
      orders.handle({
        operation,
        id: order.id,
        body: { note: "Yours", code },
      });
    assertEquals(entity(await change("mine")).code, "mine");
    assertEquals(errors(await change("yours")), ["422", "code"]);
  }
});

Deno.test("EntityService: an entity is found by its key in every operation", async () => {
  const orders = service();
  const body = { note: "Key note" };
  const order = entity(await orders.handle({ operation: "create", body }));
  const id = "key-note";
  assertEquals(entity(await orders.handle({ operation: "get", id })), order);
  const patched = await orders.handle({
    operation: "patch",
    id,
    body: { note: "Other" },
  });
  assertEquals(entity(patched).id, order.id);
  assert((await orders.handle({ operation: "delete", id })).ok);
  assertEquals((await orders.handle({ operation: "get", id })).ok, false);
});

Deno.test("a slug is none of the words that paths have of their own", () => {
  const made = madeSlugs<Order>(ORDER, [
    { field: "code", from: "note", maxLength: 40, reserved: ["live"] },
  ]);
  const order = sampleEntity<Order>(ORDER, 1, { note: "Live!" });
  const codes = [order, { ...order, note: "Alive" }].map((one) =>
    Object.entries(made.make(one, 1)).find(([name]) => name === "code")?.[1]
  );
  assertEquals(codes, ["live-2", "alive"]);
});
