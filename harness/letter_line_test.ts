import {
  assert,
  assertEquals,
  assertInstanceOf,
  assertStringIncludes,
  assertThrows,
} from "@std/assert";
import { dataPreview } from "./data_preview.ts";
import type { DeadLetter } from "./dead_letter.ts";
import {
  goneLine,
  HEAD_LINE,
  letterLine,
  readLetterLine,
} from "./letter_line.ts";
import { createMessage, type Message } from "./message.ts";

class Stock {
  readonly pears = 3;
}
class StockError extends Error {
  override readonly name = "StockError";
  readonly stock = new Stock();
}
const circle: { self?: unknown } = {};
circle.self = circle;

Deno.test("letterLine() and readLetterLine() keep a letter as it was", () => {
  const data = {
    due: new Date(12),
    count: 12n ** 40n,
    stock: new Map([["pear", new Set([1, -0, NaN])]]),
    bytes: new Uint8Array([0, 255]),
    text: "two\nlines, \u2028 and \ud800",
    nothing: undefined,
    "~date": "no date",
    error: new TypeError("inner", { cause: "below" }),
  };
  const cause = Object.assign(new RangeError("out of stock"), { code: 7 });
  const message = createMessage({
    source: "a.out",
    type: "Order",
    dataschema: "urn:order",
    traceparent: "00-1",
    data,
  });
  const found = roundTrip({ ...letterOf(message), attempt: 3, cause });
  assertEquals(found.message.data, data);
  const { id, source, type, time, dataschema, traceparent } = message;
  assertEquals(
    { ...found.message, data: 0 },
    {
      specversion: "1.0",
      id,
      source,
      type,
      time,
      dataschema,
      traceparent,
      datacontenttype: undefined,
      correlationId: undefined,
      data: 0,
    },
  );
  assertInstanceOf(found.cause, RangeError);
  assertEquals((found.cause as typeof cause).code, 7);
  assertEquals(found.cause.stack, cause.stack);
  assertEquals([found.component, found.port, found.connection, found.attempt], [
    "b",
    "in",
    "a.out -> b.in",
    3,
  ]);
  assertEquals("notRedrivable" in found, false);
});

for (
  const data of [undefined, null, 0, "", "text", [], new Uint8Array([1, 2])]
) {
  Deno.test(`letterLine() keeps ${dataPreview(data, 40)} as the data`, () => {
    const found = roundTrip(letterOf(createMessage({ source: "a.out", data })));
    assertEquals(found.message.data, data);
  });
}

const UNWRITABLE: Readonly<Record<string, readonly [unknown, string]>> = {
  "a function": [{ then: () => {} }, "{then: [function]}"],
  "an instance of a class": [{ stock: new Stock() }, "{stock: Stock {pears: 3"],
  "a cycle": [circle, "{self: [circular]}"],
  "a symbol": [Symbol("x"), "Symbol(x)"],
  "more than may be": ["x".repeat(17 << 20), '"xxx'],
};
for (const [what, [data, preview]] of Object.entries(UNWRITABLE)) {
  Deno.test(`letterLine() writes a description in the place of ${what}, and readLetterLine() says so`, () => {
    const message = createMessage({ source: "a.out", data });
    const found = roundTrip(letterOf(message));
    assertStringIncludes(found.message.data as string, preview);
    assertStringIncludes(found.notRedrivable ?? "", "Cannot write a message");
    assertEquals([found.message.id, found.message.time], [
      message.id,
      message.time,
    ]);
    const again = roundTrip(found);
    assertEquals(again, found);
  });
}

Deno.test("letterLine() keeps what it can of a cause that it cannot write", () => {
  const message = createMessage({ source: "a.out", data: 1 });
  const cause = new StockError("none left", { cause: circle });
  const found = roundTrip({ ...letterOf(message), cause });
  assertInstanceOf(found.cause, Error);
  assertStringIncludes(found.cause.message, "StockError: none left");
  assertEquals(found.notRedrivable, undefined);
  const text = roundTrip({ ...letterOf(message), cause: () => {} });
  assertEquals(text.cause, "[function]");
  assertEquals(
    roundTrip({ ...letterOf(message), cause: undefined }).cause,
    undefined,
  );
});

Deno.test("letterLine() writes a letter that failed on an error port, with the letter in it", () => {
  const inner = letterOf(createMessage({ source: "a.out", data: new Date(7) }));
  const outer = letterOf(createMessage({ source: "b.error", data: inner }));
  const found = roundTrip(
    letterOf(createMessage({ source: "c.error", data: outer })),
  );
  assertEquals(found.notRedrivable, undefined);
  const { message } = found.message.data as DeadLetter;
  const { message: innermost, cause } = message.data as DeadLetter;
  assertEquals([innermost.data, innermost.source], [new Date(7), "a.out"]);
  assertEquals((cause as Error).message, "no luck");
});

Deno.test("letterLine() writes a message whose attributes are no good", () => {
  const message = createMessage({ source: "a.out", data: 1 });
  const foreign: Message = {
    ...message,
    ...ATTRIBUTES,
    id: "",
    data: { n: 1 },
  };
  const found = roundTrip(letterOf(foreign));
  assertEquals([found.message.source, found.message.data], [
    "unknown",
    "{n: 1}",
  ]);
  assertStringIncludes(found.notRedrivable ?? "", "id: found");
});

Deno.test("readLetterLine() reads what is gone, and refuses what it does not know", () => {
  assertEquals(readLetterLine(HEAD_LINE), { kind: "head" });
  for (const why of ["redriven", "dropped"] as const) {
    assertEquals(readLetterLine(goneLine([1, 2], why)), {
      kind: "gone",
      numbers: [1, 2],
    });
  }
  const line = letterLine(1, letterOf(createMessage({ source: "a", data: 1 })));
  const wrong = [
    "",
    "{}",
    "7",
    "null",
    '{"redriven":[0]}',
    '{"letter":1}',
    line.slice(0, -1),
    line.replace('"attempt":1', '"attempt":"1"'),
    line.replace('"port":"in"', '"port":1'),
    line.replace('"specversion":"1.0"', '"specversion":"2.0"'),
    line.replace('"~error"', '"~erratum"'),
  ];
  for (const text of wrong) assertThrows(() => readLetterLine(text), Error);
});

function roundTrip(letter: DeadLetter): DeadLetter {
  const line = letterLine(5, letter);
  assert(!line.includes("\n"));
  const found = readLetterLine(line);
  assert(found.kind === "letter" && found.number === 5);
  return found.letter;
}

function letterOf(message: Message): DeadLetter {
  return {
    component: "b",
    port: "in",
    connection: "a.out -> b.in",
    attempt: 1,
    cause: new Error("no luck"),
    message,
  };
}

const ATTRIBUTES = {
  specversion: "1.0",
  source: "a",
  type: "t",
  time: "2026-01-01T00:00:00Z",
} as const;
