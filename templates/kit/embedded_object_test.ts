import { assertEquals } from "@std/assert";
import { boolean, integer, list, text } from "./api_schema.ts";
import { checkBody, entitySchema, patchSchema } from "./body_schema.ts";
import { completion, embedded, mergeable } from "./embedded_object.ts";
import { patchedEntity } from "./entity_body.ts";
import type { Entity, EntitySpec } from "./entity_spec.ts";

interface Order extends Entity {
  readonly address: unknown;
}

const ADDRESS = embedded({
  street: text({ max: 20, notBlank: true }),
  zip: integer({ min: 1 }).nullable().optional(),
  near: embedded({ door: text() }).nullable().optional(),
  marks: list(text(), 2).optional(),
  open: boolean().optional(),
}, { marks: [], open: false });

const COMPLETE = {
  street: "Main",
  zip: null,
  near: null,
  marks: [],
  open: false,
};

const SPEC: EntitySpec = {
  name: "order",
  label: "order",
  path: "/orders",
  table: "orders",
  fields: { address: { kind: "json", column: "address", nullable: true } },
  search: [],
};

const ORDER: Order = {
  id: "01890a5d-ac96-774b-bcce-b302099a8057",
  createdAt: "2030-01-01T00:00:00.000Z",
  updatedAt: "2030-01-01T00:00:00.000Z",
  address: COMPLETE,
};

Deno.test("embedded() gives all members in their order, whatever is left out", () => {
  const schema = entitySchema({ address: ADDRESS });
  for (
    const address of [
      { street: "Main" },
      { open: false, marks: [], street: "Main" },
      COMPLETE,
    ]
  ) {
    const body = checkBody(schema, { address });
    assertEquals(
      body.ok && JSON.stringify(body.value.address),
      JSON.stringify(COMPLETE),
    );
  }
});

Deno.test("embedded() says where what is wrong stands", () => {
  const schema = entitySchema({ address: ADDRESS });
  for (
    const [address, path, message] of [
      ['{"zip":1}', "address.street", "is required"],
      ['{"street":" "}', "address.street", "must not be blank"],
      ['{"street":"a","zip":0}', "address.zip", "must be at least 1"],
      ['{"street":"a","near":{}}', "address.near.door", "is required"],
      [
        '{"street":"a","near":{"x":1,"door":""}}',
        "address.near.x",
        "unknown field",
      ],
      ['{"street":"a","marks":["b",1]}', "address.marks.1", "must be a text"],
      [
        '{"street":"a","__proto__":{"zip":1}}',
        "address.__proto__",
        "unknown field",
      ],
      ['{"street":"a","toString":1}', "address.toString", "unknown field"],
      ["[]", "address", "must be an object"],
      ["null", "address", "must be an object"],
      ['"a"', "address", "must be an object"],
    ] as const
  ) {
    const body = checkBody(schema, { address: JSON.parse(address) });
    const errors = body.ok ? [] : body.problem.errors;
    assertEquals(errors, [{ path, message }], address);
  }
});

Deno.test("a merge patch changes some members, and what comes of it is checked and completed", () => {
  const complete = completion<Order>({ address: ADDRESS });
  const patch = (address: unknown) => {
    const body = checkBody(
      patchSchema({ address: mergeable().nullable() }),
      { address },
    );
    if (!body.ok) return body.problem.errors;
    const patched = patchedEntity(SPEC, ORDER, body.value);
    const done = patched.ok ? complete(patched.value) : patched;
    return done.ok ? done.value.address : done.problem.errors;
  };
  assertEquals(
    JSON.stringify(patch({ near: { door: "b" }, zip: 7 })),
    JSON.stringify({ ...COMPLETE, zip: 7, near: { door: "b" } }),
  );
  assertEquals(patch({ open: true }), { ...COMPLETE, open: true });
  assertEquals(patch({ open: null, marks: null }), COMPLETE);
  assertEquals(patch(null), null);
  assertEquals(patch({ street: null }), [
    { path: "address.street", message: "is required" },
  ]);
  assertEquals(patch(JSON.parse('{"__proto__":{"zip":9}}')), [
    { path: "address.__proto__", message: "unknown field" },
  ]);
  assertEquals(patch([]), [{ path: "address", message: "must be an object" }]);
  assertEquals(Object.hasOwn(Object.prototype, "zip"), false);
});
