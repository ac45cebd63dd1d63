import { assert, assertEquals, assertThrows } from "@std/assert";
import fc from "fast-check";
import { createMessage } from "./message.ts";
import { MessageError } from "./message_error.ts";
import { MessageProtocol } from "./message_protocol.ts";

const protocol = new MessageProtocol();
const plain = fc.oneof(
  fc.constantFrom("__proto__", "toJSON", "a", "~", "~~", "~date", "~~date"),
  fc.constantFrom("~error", "~map", "~undefined", "constructor", "0", ""),
  fc.string({ unit: fc.nat(0xffff).map((code) => String.fromCharCode(code)) }),
);

/** Any value that a message may carry, nested at random, with objects that look like tags. */
const { anything } = fc.letrec<{ anything: unknown }>((tie) => ({
  anything: fc.oneof(
    { maxDepth: 5 },
    fc.oneof(
      plain,
      fc.boolean(),
      fc.double(),
      fc.integer(),
      fc.constantFrom(null, undefined, -0, NaN, Infinity, -Infinity),
      fc.bigInt(),
      fc.bigInt().map((n) => n ** 20n),
      fc.date(),
      fc.uint8Array(),
      fc.uint8Array().map((bytes) => new Uint8Array(bytes).buffer),
    ),
    fc.array(tie("anything"), { maxLength: 4 }),
    fc.array(fc.tuple(plain, tie("anything")), { maxLength: 4 })
      .map((entries) => Object.fromEntries(entries)),
    fc.tuple(plain, tie("anything"))
      .map((entry) => Object.fromEntries([entry])),
    fc.array(fc.tuple(tie("anything"), tie("anything")), { maxLength: 3 })
      .map((entries) => new Map(entries)),
    fc.array(tie("anything"), { maxLength: 3 }).map((list) => new Set(list)),
    fc.tuple(plain, plain, tie("anything"), tie("anything")).map(
      ([name, message, cause, own]) => {
        const error = new TypeError(message, { cause });
        Object.defineProperty(error, "name", { value: name });
        return Object.assign(error, { own });
      },
    ),
    fc.array(tie("anything"), { maxLength: 3 })
      .map((errors) => new AggregateError(errors, "several")),
  ),
}));

Deno.test("MessageProtocol brings every value back as it was", () => {
  fc.assert(
    fc.property(anything, (data) => {
      const bytes = protocol.encode(createMessage({ source: "a.out", data }));
      assertEquals(form(protocol.decode(bytes).data), form(data));
    }),
    { numRuns: 2000 },
  );
});

Deno.test("MessageProtocol writes plain JSON as JSON.stringify does", () => {
  fc.assert(
    fc.property(fc.json(), (text) => {
      const data: unknown = JSON.parse(text);
      const json = JSON.stringify(data);
      fc.pre(!json.includes('{"~') && !json.includes("-0"));
      const message = createMessage({ source: "a.out", data });
      assertEquals(
        new TextDecoder().decode(protocol.encode(message)),
        `{"specversion":"1.0","id":"${message.id}","source":"a.out",` +
          `"type":"message","time":"${message.time}",` +
          `"autocoderversion":"1.0","data":${json}}`,
      );
    }),
  );
});

Deno.test("MessageProtocol keeps every attribute", () => {
  const message = {
    ...attributesOf(createMessage({ source: "a.out", data: 1 })),
    type: "Order",
    datacontenttype: "application/json",
    dataschema: "https://example.org/order.json",
    correlationId: "7-1",
    traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01",
  };
  assertEquals(protocol.decode(protocol.encode(message)), message);
});

Deno.test("MessageProtocol writes bytes as data_base64 and undefined not at all", () => {
  const bytes = write(new Uint8Array([0, 1, 254]));
  assertEquals(
    [bytes.data_base64, bytes.datacontenttype, "data" in bytes],
    ["AAH+", "application/octet-stream", false],
  );
  assertEquals("data" in write(undefined), false);
  assertEquals(write(null).data, null);
});

Deno.test("MessageProtocol revives errors with class, cause and data, and a stack only on request", () => {
  const data = Object.assign(
    new RangeError("far", { cause: new Error("near") }),
    {
      code: 7,
    },
  );
  const message = createMessage({ source: "a.out", data });
  const error = protocol.decode(protocol.encode(message)).data as typeof data;
  assert(error instanceof RangeError && error.cause instanceof Error);
  assertEquals([error.message, error.cause.message, error.code], [
    "far",
    "near",
    7,
  ]);
  assertEquals(error.stack, "RangeError: far");
  assert(!Object.hasOwn(error, "name"));
  assertEquals(Object.keys(error), ["code"]);
  const bytes = protocol.encode(message, { errorStacks: true });
  assertEquals((protocol.decode(bytes).data as Error).stack, data.stack);
});

Deno.test("MessageProtocol gives an error of a class of its own its name", () => {
  class OrderLost extends Error {
    override readonly name = "OrderLost";
  }
  const error = back(new OrderLost("gone")) as Error;
  assertEquals([error.constructor, error.name], [Error, "OrderLost"]);
  assertEquals(Object.keys(error), []);
});

Deno.test("MessageProtocol refuses what has no JSON form and says where", () => {
  const cycle: Record<string, unknown> = { list: [] };
  (cycle.list as unknown[]).push({ cycle });
  const error = new Error("round");
  error.cause = error;
  class Point {}
  const cases: [unknown, string, string][] = [
    [{ a: [1, () => {}] }, "data.a[1]", "found a function"],
    [{ "a b": Symbol("s") }, 'data["a b"]', "found a symbol"],
    [new Map([["k", new Point()]]), "data[0][1]", "found an instance of Point"],
    [new Set([/x/]), "data[0]", "found an instance of RegExp"],
    [{ [Symbol("s")]: 1 }, "data", "found a member named by a symbol"],
    [[new Float64Array(1)], "data[0]", "found an instance of Float64Array"],
    [Promise.resolve(), "data", "found an instance of Promise"],
    [cycle, "data.list[0].cycle", "found a cycle"],
    [error, "data.cause", "found a cycle"],
    [Object.create(Map.prototype), "data", "TypeError: "],
    [
      {
        get a() {
          throw new Error("no");
        },
      },
      "data",
      "Error: no",
    ], // deno-fmt-ignore
  ];
  for (const [data, path, text] of cases) {
    const { code, message } = refusal(() => back(data));
    assertEquals(code, "unserializable");
    assert(
      message.startsWith(`Cannot write a message: ${path}: ${text}`),
      message,
    );
  }
});

Deno.test("MessageProtocol cuts what it quotes", () => {
  let data: unknown = Symbol("s");
  for (let i = 0; i < 90; i++) data = { ["x".repeat(1000)]: data };
  assert(refusal(() => back(data)).message.length < 400);
});

Deno.test("MessageProtocol refuses attributes that it could not read again", () => {
  const message = attributesOf(createMessage({ source: "a.out", data: 1 }));
  for (
    const wrong of [{ id: "" }, { type: "" }, { time: "now" }, { source: "" }]
  ) {
    const { code, issues } = refusal(() =>
      protocol.encode({ ...message, ...wrong })
    );
    assertEquals([code, issues[0]?.path], [
      "unserializable",
      Object.keys(wrong),
    ]);
  }
});

Deno.test("MessageProtocol keeps its limits when it writes", () => {
  const tight = new MessageProtocol({ maxBytes: 300, maxDepth: 3 });
  const write = (data: unknown) =>
    tight.encode(createMessage({ source: "a.out", data }));
  let heap: unknown[] = [];
  for (let i = 0; i < 60; i++) heap = [heap, heap];
  for (
    const data of [
      "x".repeat(300),
      "\u0001".repeat(60),
      new Uint8Array(220),
      [[[[]]]],
      { a: new Map([[{}, 1]]) },
      new Array(4_000_000_000),
    ]
  ) assertEquals(refusal(() => write(data)).code, "limit");
  assertEquals(
    refusal(() =>
      new MessageProtocol({ maxBytes: 1000 }).encode(
        createMessage({ source: "a.out", data: heap }),
      )
    ).code,
    "limit",
  );
  // Where it is known before everything has been copied, the place is named.
  for (
    const data of [
      ["x".repeat(300)],
      [{ ["x".repeat(300)]: 1 }],
      [new Uint8Array(300)],
      [2n ** 2000n],
      [new Error("x".repeat(300))],
    ]
  ) assertEquals(refusal(() => write(data)).issues[0]?.path, ["data", 0]);
  assertEquals(tight.decode(write([[[1n]]])).data, [[[1n]]]);
});

Deno.test("MessageProtocol reads whatever nesting it writes", () => {
  const nested = anything.map((data) => [[data]]);
  fc.assert(fc.property(nested, fc.nat(9), (data, maxDepth) => {
    const shallow = new MessageProtocol({ maxDepth });
    const message = createMessage({ source: "a.out", data });
    try {
      shallow.encode(message);
    } catch (error) {
      assertEquals((error as MessageError).code, "limit");
      const { code } = refusal(() => shallow.decode(protocol.encode(message)));
      return assertEquals(code, "limit");
    }
    shallow.decode(shallow.encode(message));
  }));
});

Deno.test("MessageProtocol refuses options that make no sense", () => {
  for (
    const options of [{ maxBytes: -1 }, { maxDepth: 0.5 }, {
      compressFrom: NaN,
    }, {
      compression: "brotli" as "gzip",
    }]
  ) assertThrows(() => new MessageProtocol(options), RangeError, "wanted");
});

function back(data: unknown): unknown {
  const message = createMessage({ source: "a.out", data });
  return protocol.decode(protocol.encode(message)).data;
}

function write(data: unknown): Record<string, unknown> {
  const bytes = protocol.encode(createMessage({ source: "a.out", data }));
  return JSON.parse(new TextDecoder().decode(bytes));
}

function attributesOf(message: ReturnType<typeof createMessage>) {
  const { specversion, id, source, type, time, data } = message;
  const { datacontenttype, dataschema, correlationId, traceparent } = message;
  return {
    ...{ specversion, id, source, type, time, data },
    ...{ datacontenttype, dataschema, correlationId, traceparent },
  };
}

function refusal(act: () => unknown): MessageError {
  return assertThrows(act, MessageError);
}

/** Tells two values apart wherever a receiver could. */
function form(value: unknown): unknown {
  if (Object.is(value, -0)) return "-0";
  if (typeof value !== "object" || value === null) {
    return `${typeof value} ${String(value)}`;
  }
  const kind = Object.getPrototypeOf(value)?.constructor.name;
  if (value instanceof Date) return [kind, value.getTime()];
  if (value instanceof Uint8Array) return [kind, ...value];
  if (value instanceof ArrayBuffer) return [kind, ...new Uint8Array(value)];
  if (value instanceof Map || value instanceof Set || Array.isArray(value)) {
    return [
      kind,
      ...Array.from<unknown, unknown>(
        value,
        (item) =>
          value instanceof Map ? (item as unknown[]).map(form) : form(item),
      ),
    ];
  }
  const members = Object.entries(value).map(([key, item]) => [key, form(item)]);
  if (!(value instanceof Error)) return [kind, ...members];
  const errors = value instanceof AggregateError && value.errors.map(form);
  const { name, message, cause } = value;
  // A class comes back for the built-in names alone.
  const shown = name === kind ? kind : "Error";
  return [shown, name, message, "cause" in value, form(cause), errors, members];
}
