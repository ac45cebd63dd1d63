import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import { z } from "zod";
import { createMessage } from "./message.ts";
import { MessageError } from "./message_error.ts";
import { MessageProtocol } from "./message_protocol.ts";
import type { StandardResult, StandardSchema } from "./standard_schema.ts";

const unchecked = new MessageProtocol();
const Order = z.object({
  items: z.array(z.object({ price: z.number() })),
  note: z.string().default("none"),
});

Deno.test("MessageProtocol checks data with zod, and says where it is wrong", async () => {
  const protocol = new MessageProtocol({ schemas: { Order } });
  const wrong = order({ items: [{ price: 1 }, { price: "2" }], note: 3 });
  const failures = [
    assertThrows(() => protocol.encode(wrong), MessageError),
    assertThrows(() => protocol.decode(unchecked.encode(wrong)), MessageError),
    await assertRejects(() => protocol.serialize(wrong), MessageError),
    await assertRejects(
      () => protocol.deserialize(unchecked.encode(wrong)),
      MessageError,
    ),
  ];
  for (const { code, issues, message } of failures) {
    assertEquals(code, "schema");
    assertEquals(issues.map(({ path }) => path), [
      ["data", "items", 1, "price"],
      ["data", "note"],
    ]);
    assert(message.includes('of type "Order":\n- data.items[1].price: '));
  }
});

Deno.test("MessageProtocol writes data as given and reads what the schema returns", async () => {
  const protocol = new MessageProtocol({ schemas: { Order } });
  const bytes = await protocol.serialize(order({ items: [], extra: 1 }));
  assertEquals(unchecked.decode(bytes).data, { items: [], extra: 1 });
  const read = { items: [], note: "none" };
  assertEquals((await protocol.deserialize(bytes)).data, read);
  assertEquals(protocol.decode(bytes).data, read);
});

Deno.test("MessageProtocol checks values that only tags can carry", () => {
  const schema = z.map(z.string(), z.bigint());
  const protocol = new MessageProtocol({ schemas: { Order: schema } });
  const data = new Map([["pear", 3n]]);
  assertEquals(protocol.decode(protocol.encode(order(data))).data, data);
});

Deno.test("MessageProtocol does not check a type without a schema", () => {
  const protocol = new MessageProtocol({ schemas: { Order } });
  for (const type of ["Other", "constructor", "__proto__"]) {
    protocol.encode(createMessage({ source: "a.out", type, data: 1 }));
  }
});

Deno.test("MessageProtocol awaits an asynchronous schema, and refuses it where it cannot", async () => {
  const even = written((value) =>
    Promise.resolve(
      (value as number) % 2 === 0
        ? { value }
        : { issues: [{ message: "odd", path: [{ key: "n" }, 0] }] },
    )
  );
  const protocol = new MessageProtocol({ schemas: { Order: even } });
  const bytes = await protocol.serialize(order(2));
  assertEquals((await protocol.deserialize(bytes)).data, 2);
  const error = await assertRejects(
    () => protocol.serialize(order(3)),
    MessageError,
  );
  assertEquals(error.issues, [{ message: "odd", path: ["data", "n", 0] }]);
  for (const data of [2, 3]) {
    const { code } = assertThrows(
      () => protocol.encode(order(data)),
      MessageError,
    );
    assertEquals(code, "schema");
  }
  assertThrows(() => protocol.decode(bytes), MessageError, "asynchronous");
});

Deno.test("MessageProtocol reports a schema that throws, rejects or answers nonsense", async () => {
  const broken = new Error("broken");
  const nonsense = undefined as unknown as StandardResult<unknown>;
  for (
    const validate of [
      () => {
        throw broken;
      },
      () => Promise.reject(broken),
      () => nonsense,
      () => Promise.resolve(nonsense),
      () => ({ issues: [] }),
      () => ({}) as typeof nonsense,
    ]
  ) {
    const protocol = new MessageProtocol({
      schemas: { Order: written(validate) },
    });
    const { code, issues } = await assertRejects(
      () => protocol.serialize(order(1)),
      MessageError,
    );
    assertEquals([code, issues.length], ["schema", 1]);
  }
});

Deno.test("MessageProtocol refuses what is no Standard Schema 1", () => {
  for (
    const schema of [{}, null, { "~standard": { version: 2 } }, {
      "~standard": { version: 1 },
    }]
  ) {
    assertThrows(
      () => new MessageProtocol({ schemas: { Order: schema as typeof Order } }),
      TypeError,
      'Cannot use the schema of "Order"',
    );
  }
});

function order(data: unknown) {
  return createMessage({ source: "a.out", type: "Order", data });
}

function written(
  validate: StandardSchema["~standard"]["validate"],
): StandardSchema {
  return { "~standard": { version: 1, vendor: "test", validate } };
}
