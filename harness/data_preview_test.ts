import { assert, assertEquals } from "@std/assert";
import { causePreview, dataPreview } from "./data_preview.ts";

Deno.test("dataPreview() writes values as people know them", () => {
  const cases: readonly (readonly [unknown, string])[] = [
    ["a\n<b>", '"a\\n<b>"'],
    [12n, "12n"],
    [undefined, "undefined"],
    [null, "null"],
    [Symbol("s"), "Symbol(s)"],
    [() => 1, "[function]"],
    [[], "[]"],
    [[1, [2]], "[1, [2]]"],
    [{}, "{}"],
    [{ a: 1, "b-c": { d: true } }, '{a: 1, "b-c": {d: true}}'],
    [new Map([["k", 1]]), 'Map {"k" => 1}'],
    [new Map(), "Map {}"],
    [new Set([1]), "Set {1}"],
    [new Date(0), "1970-01-01T00:00:00.000Z"],
    [new Date(NaN), "Invalid Date"],
    [new Uint8Array(3), "Uint8Array of 3 bytes"],
    [new TypeError("no"), "TypeError: no"],
    [
      new (class Order {
        id = 7;
      })(),
      "Order {id: 7}",
    ],
    [Object.create(null), "{}"],
  ];
  for (const [value, text] of cases) {
    assertEquals(dataPreview(value, 100), text);
  }
});

Deno.test("dataPreview() survives circles, depth and getters that throw", () => {
  const circle: Record<string, unknown> = {};
  circle.self = circle;
  assertEquals(dataPreview(circle, 100), "{self: [circular]}");
  const same = { n: 1 };
  assertEquals(dataPreview([same, same], 100), "[{n: 1}, {n: 1}]");
  assertEquals(dataPreview([[[[[1]]]]], 100), "[[[[…]]]]");
  const angry = {
    get field(): never {
      throw new Error("no");
    },
  };
  assertEquals(dataPreview(angry, 100), '{field: "[unreadable]"}');
  const proxy = new Proxy({}, {
    ownKeys: () => {
      throw new Error("no");
    },
  });
  assertEquals(dataPreview(proxy, 100), "[unreadable]");
});

Deno.test("dataPreview() cuts to its length and looks at nothing beyond", () => {
  assertEquals(dataPreview("x".repeat(1e6), 10), '"xxxxxxxx…');
  assertEquals(dataPreview("😀😀😀", 4), '"😀…');
  let read = 0;
  const values = {
    *[Symbol.iterator]() {
      for (;;) yield ++read;
    },
  };
  const endless = Object.assign([], values);
  assert(dataPreview(endless, 20).endsWith("…"));
  assert(read < 20, `found ${read} values read`);
});

Deno.test("causePreview() writes errors with their causes, and whatever else was thrown", () => {
  const inner = new RangeError("too far");
  const outer = new Error("no luck", { cause: inner });
  assertEquals(
    causePreview(outer, 100),
    "Error: no luck, because of RangeError: too far",
  );
  assertEquals(causePreview({ code: 4 }, 100), "{code: 4}");
  assertEquals(causePreview(undefined, 100), "");
  const self = new Error("me");
  self.cause = self;
  assert(
    causePreview(self, 1000).startsWith("Error: me, because of Error: me"),
  );
  assertEquals(causePreview(new Error("x".repeat(99)), 12), "Error: xxxx…");
});
