import { assert, assertEquals, assertRejects, assertThrows } from "@std/assert";
import fc from "fast-check";
import { createMessage } from "./message.ts";
import { MessageError, type MessageErrorCode } from "./message_error.ts";
import { MessageProtocol } from "./message_protocol.ts";

const protocol = new MessageProtocol();
const EVENT = {
  specversion: "1.0",
  id: "1",
  source: "a.out",
  type: "Order",
  time: "2026-01-31T12:00:00Z",
  autocoderversion: "1.0",
};
const whole = protocol.encode(createMessage({
  source: "a.out",
  data: {
    at: new Date(0),
    list: [1n, -0, undefined, new Map([["k", new Set(["é"])]])],
    error: new Error("no", { cause: new Uint8Array(9) }),
  },
}));

Deno.test("a message cut short at any byte is refused", () => {
  for (let end = 0; end < whole.length; end++) {
    assertEquals(refusal(whole.slice(0, end)).code, "malformed");
  }
  assertEquals(refusal(new Uint8Array([...whole, 0x7d])).code, "malformed");
});

Deno.test("a message with changed bytes is refused, or still a message", async () => {
  const change = fc.tuple(fc.nat(whole.length - 1), fc.nat(255));
  await fc.assert(
    fc.asyncProperty(
      fc.array(change, { minLength: 1, maxLength: 4 }),
      async (changes) => {
        const bytes = whole.slice();
        for (const [at, byte] of changes) bytes[at] = byte;
        await assertMessageOrRefusal(bytes);
      },
    ),
    { numRuns: 3000 },
  );
});

Deno.test("bytes at random, with or without the start of a frame, are refused", async () => {
  const start = fc.constantFrom([], [0xac], [0xac, 0x4d, 1], [
    ...[0xac, 0x4d, 1, 1, 0, 0, 0],
  ]);
  await fc.assert(
    fc.asyncProperty(start, fc.uint8Array(), async (head, tail) => {
      await assertRejects(
        () => protocol.deserialize(new Uint8Array([...head, ...tail])),
        MessageError,
      );
    }),
  );
});

Deno.test("tags at random are refused, or are what is written for the value read", () => {
  const { json } = fc.letrec<{ json: unknown }>((tie) => ({
    json: fc.oneof(
      { maxDepth: 5 },
      fc.constantFrom<unknown>(null, true, 0, "", "1", "NaN", "AA==", "0x1"),
      fc.constantFrom("1970-01-01T00:00:00.000Z", "-0", "Error"),
      fc.array(tie("json"), { maxLength: 2 }),
      fc.dictionary(fc.constantFrom(...NAMES), tie("json"), { maxKeys: 4 }),
      fc.tuple(fc.constantFrom(...NAMES), tie("json"))
        .map((entry) => Object.fromEntries([entry])),
    ),
  }));
  fc.assert(
    fc.property(json, (data) => {
      const message = attempt(bytesOf({ ...EVENT, data }));
      if (!message) return;
      const again = protocol.encode(message, { errorStacks: true });
      assertEquals(
        protocol.encode(protocol.decode(again), { errorStacks: true }),
        again,
      );
    }),
    { numRuns: 3000 },
  );
});

for (const [what, event, text, code = "malformed"] of malformed()) {
  Deno.test(`decode() refuses ${what}`, () => {
    const bytes = typeof event === "string" || event instanceof Uint8Array
      ? event
      : JSON.stringify(event);
    const error = refusal(
      typeof bytes === "string" ? new TextEncoder().encode(bytes) : bytes,
    );
    assertEquals(error.code, code);
    assert(
      error.message.startsWith(`Cannot read a message: ${text}`),
      error.message,
    );
    assert(error.message.length < 400);
  });
}

Deno.test("decode() refuses what is no Uint8Array", () => {
  for (const wrong of [undefined, "{}", new ArrayBuffer(2), [1]] as unknown[]) {
    assertEquals(refusal(wrong as Uint8Array).code, "malformed");
  }
});

Deno.test("decode() refuses more bytes than allowed before it looks at them", () => {
  const small = new MessageProtocol({ maxBytes: 99 });
  const { code } = assertThrows(
    () => small.decode(new Uint8Array(100)),
    MessageError,
  );
  assertEquals(code, "limit");
});

Deno.test("decode() refuses deep nesting, ours and that of others", () => {
  const { autocoderversion: _, ...foreign } = EVENT;
  for (const depth of [101, 5000, 4_000_000]) {
    const nested = "[".repeat(depth) + "]".repeat(depth);
    for (const event of [EVENT, foreign]) {
      const json = `${JSON.stringify(event).slice(0, -1)},"data":${nested}}`;
      assertEquals(refusal(new TextEncoder().encode(json)).code, "limit");
    }
  }
  const deepest = "[".repeat(100) + "]".repeat(100);
  for (const event of [EVENT, foreign]) {
    const json = `${JSON.stringify(event).slice(0, -1)},"data":${deepest}}`;
    assert(attempt(new TextEncoder().encode(json)));
  }
});

Deno.test("decode() does not parse a large message that is too deep", () => {
  const nested = "[".repeat(50_000) + "]".repeat(50_000);
  const bytes = new TextEncoder().encode(
    `${JSON.stringify(EVENT).slice(0, -1)},"data":${nested}}`,
  );
  const parse = JSON.parse;
  let parsed = 0;
  JSON.parse = (text) => {
    parsed++;
    return parse(text);
  };
  try {
    assertEquals([refusal(bytes).code, parsed], ["limit", 0]);
  } finally {
    JSON.parse = parse;
  }
});

Deno.test("decode() does not let data reach a prototype", () => {
  const json = JSON.stringify(EVENT).slice(0, -1) +
    ',"data":{"__proto__":{"x":{"~date":null}},"e":{"~error":{"name":"Error",' +
    '"message":"","data":{"__proto__":{"x":1},"constructor":1}}}}}';
  const data = protocol.decode(new TextEncoder().encode(json)).data as {
    e: Error;
  };
  assertEquals(Object.getPrototypeOf(data), Object.prototype);
  assertEquals(Object.keys(data), ["__proto__", "e"]);
  assert(data.e instanceof Error);
  assertEquals(Object.keys(data.e), ["__proto__", "constructor"]);
  assertEquals("x" in {}, false);
});

type Malformed = readonly [string, unknown, string, MessageErrorCode?];

function malformed(): Malformed[] {
  return [
    ["no bytes", "", "SyntaxError: "],
    ["bytes that are no UTF-8", new Uint8Array([0x7b, 0xff]), "TypeError: "],
    ["a mark of byte order", `\ufeff${JSON.stringify(EVENT)}`, "SyntaxError: "],
    ["a text", '"x"', 'found "x", wanted an object'],
    ["a list", "[]", "found an array, wanted an object"],
    ["null", "null", "found null, wanted an object"],
    [
      "another specversion",
      { ...EVENT, specversion: "0.3" },
      'specversion: found "0.3", wanted "1.0"',
      "unsupported",
    ],
    ...["specversion", "id", "source", "type", "time"].map(
      (name): Malformed => [
        `a message without ${name}`,
        { ...EVENT, [name]: undefined },
        `${name}: found nothing, wanted `,
      ],
    ),
    ...["id", "source", "type", "dataschema", "correlationid", "traceparent"]
      .flatMap((name) =>
        ["", 7, {}, []].map((value): Malformed => [
          `${JSON.stringify(value)} as ${name}`,
          { ...EVENT, [name]: value },
          `${name}: found `,
        ])
      ),
    ...[
      "now",
      "2026-02-31T00:00:00Z",
      "2026-01-31T12:00:00",
      "2026-01-31T25:00:00Z",
      "x".repeat(9999),
    ]
      .map((time): Malformed => [
        `the time ${time.slice(0, 30)}`,
        { ...EVENT, time },
        "time: found ",
      ]),
    ...["", "1", "v1.0", "1.0.0", "-1.0", "01.0", 1, {}]
      .map((autocoderversion): Malformed => [
        `the version ${JSON.stringify(autocoderversion)}`,
        { ...EVENT, autocoderversion },
        "autocoderversion: found ",
      ]),
    ...["A", "AB==", "*", 7, null].map((data_base64): Malformed => [
      `${JSON.stringify(data_base64)} as data_base64`,
      { ...EVENT, data_base64 },
      "data_base64: found ",
    ]),
    [
      "data twice",
      { ...EVENT, data: 1, data_base64: "AAE=" },
      "data_base64: found ",
    ],
    ...tags(),
  ];
}

function tags(): Malformed[] {
  const wrong: Record<string, readonly unknown[]> = {
    "~date": [
      "2026",
      "1970-01-01T00:00:00Z",
      0,
      "x",
      {},
      "1970-02-30T00:00:00.000Z",
    ],
    "~bigint": [
      "",
      "1.5",
      "-0",
      "01",
      "1e3",
      " 1",
      "0x0",
      "0xFF",
      "9".repeat(311),
      1,
    ],
    "~number": ["1", "nan", 0, null],
    "~undefined": [null, false, 0],
    "~bytes": ["A", "AA", "A===", " AA=", "AB==", 1, null, [0]],
    "~arraybuffer": ["A", {}],
    "~map": [{}, null, [1], [["k"]], [[1, 2, 3]], [["k", 1], ["k", 2]]],
    "~set": [{}, null, "x", [1, 1]],
    "~error": [
      null,
      [],
      {},
      { name: "E" },
      { name: "E", message: 1 },
      { name: "E", message: "", stack: 1 },
      { name: "E", message: "", errors: 1 },
      { name: "E", message: "", data: [] },
      { name: "E", message: "", data: { "~date": null } },
      { name: "E", message: "", data: { stack: 1 } },
    ],
  };
  return Object.entries(wrong).flatMap(([tag, contents]) =>
    contents.map((content): Malformed => [
      `${tag} of ${JSON.stringify(content).slice(0, 40)}`,
      { ...EVENT, data: { a: [{ [tag]: content }] } },
      "data.a[0]",
    ])
  );
}

function bytesOf(event: unknown): Uint8Array {
  return new TextEncoder().encode(JSON.stringify(event));
}

function refusal(bytes: Uint8Array): MessageError {
  return assertThrows(() => protocol.decode(bytes), MessageError);
}

function attempt(bytes: Uint8Array) {
  try {
    return protocol.decode(bytes);
  } catch (error) {
    assert(error instanceof MessageError);
    return undefined;
  }
}

async function assertMessageOrRefusal(bytes: Uint8Array): Promise<void> {
  try {
    const { id, source, type, time } = await protocol.deserialize(bytes);
    for (const text of [id, source, type, time]) {
      assert(typeof text === "string" && text !== "");
    }
  } catch (error) {
    assert(error instanceof MessageError, String(error));
  }
}

const NAMES = [
  ...["~date", "~bigint", "~number", "~undefined", "~map", "~set", "~bytes"],
  ...["~arraybuffer", "~error", "~~date", "~", "~~", "__proto__"],
  ...["name", "message", "cause", "errors", "data", "stack"],
];
