/**
 * Recorded messages of version 1. Bytes that an earlier release wrote must stay readable: a change
 * that fails here needs another tag, or another major version; never another fixture.
 *
 * @module
 */
import { assert, assertEquals, assertThrows } from "@std/assert";
import type { Message } from "./message.ts";
import { MessageError } from "./message_error.ts";
import { MessageProtocol } from "./message_protocol.ts";

const protocol = new MessageProtocol();
const ATTRIBUTES = '"specversion":"1.0","id":"1a-2","source":"shop.out",' +
  '"type":"Order","time":"2026-01-31T12:00:00.123Z"';
const DATA: readonly (readonly [unknown, string])[] = [
  [{ n: 1.5, s: "é\ud800\n" }, '{"n":1.5,"s":"é\\ud800\\n"}'],
  [[true, null, []], "[true,null,[]]"],
  [[new Date(0)], '[{"~date":"1970-01-01T00:00:00.000Z"}]'],
  [[-12n], '[{"~bigint":"-12"}]'],
  [[2n ** 1023n - 1n], `[{"~bigint":"${2n ** 1023n - 1n}"}]`],
  [[2n ** 1024n], `[{"~bigint":"0x1${"0".repeat(256)}"}]`],
  [[-(2n ** 1024n)], `[{"~bigint":"-0x1${"0".repeat(256)}"}]`],
  [
    [NaN, Infinity, -Infinity, -0],
    '[{"~number":"NaN"},{"~number":"Infinity"},{"~number":"-Infinity"},{"~number":"-0"}]',
  ],
  [{ a: undefined }, '{"a":{"~undefined":true}}'],
  [
    new Map<unknown, unknown>([["k", new Set([1])]]),
    '{"~map":[["k",{"~set":[1]}]]}',
  ],
  [[new Uint8Array([0, 1])], '[{"~bytes":"AAE="}]'],
  [new Uint8Array([255]).buffer, '{"~arraybuffer":"/w=="}'],
  [{ "~date": 1 }, '{"~~date":1}'],
  [{ "~~date": 1 }, '{"~~~date":1}'],
  [{ "~date": 1, "~map": 2 }, '{"~date":1,"~map":2}'],
  [JSON.parse('{"__proto__":[]}'), '{"__proto__":[]}'],
];

Deno.test("version 1.0 writes and reads what was recorded", () => {
  for (const [data, text] of DATA) {
    const json = `{${ATTRIBUTES},"autocoderversion":"1.0","data":${text}}`;
    assertEquals(written(message(data)), json);
    assertEquals(read(json).data, data);
  }
});

Deno.test("version 1.0 writes and reads the attributes that were recorded", () => {
  const json = `{${ATTRIBUTES},"datacontenttype":"application/x-pear",` +
    '"dataschema":"https://example.org/pear","correlationid":"1a-1",' +
    '"traceparent":"00-1-2-01","autocoderversion":"1.0","data_base64":"AAE="}';
  const wanted = {
    ...message(new Uint8Array([0, 1])),
    datacontenttype: "application/x-pear",
    dataschema: "https://example.org/pear",
    correlationId: "1a-1",
    traceparent: "00-1-2-01",
  };
  assertEquals(read(json), wanted);
  assertEquals(written(wanted), json);
  const empty = `{${ATTRIBUTES},"autocoderversion":"1.0"}`;
  assertEquals(read(empty), message(undefined));
  assertEquals(written(message(undefined)), empty);
});

Deno.test("version 1.0 writes and reads the errors that were recorded", () => {
  const error = new TypeError("no", { cause: undefined });
  const data = Object.assign(error, { code: 7, "~": { "~set": 1 } });
  const json = `{${ATTRIBUTES},"autocoderversion":"1.0","data":` +
    '{"~error":{"name":"TypeError","message":"no",' +
    '"cause":{"~undefined":true},"data":{"code":7,"~":{"~~set":1}}}}}';
  assertEquals(written(message(data)), json);
  const revived = read(json).data as typeof data;
  assert(revived instanceof TypeError && Object.hasOwn(revived, "cause"));
  assertEquals([revived.message, revived.code, revived["~"]], [
    "no",
    7,
    { "~set": 1 },
  ]);
  const several = read(
    `{${ATTRIBUTES},"autocoderversion":"1.0","data":{"~error":` +
      '{"name":"Lost","message":"all","stack":"Lost: here","errors":[1]}}}',
  ).data as AggregateError;
  assert(several instanceof AggregateError && !Object.hasOwn(several, "cause"));
  assertEquals(
    [several.name, several.message, several.stack, several.errors],
    ["Lost", "all", "Lost: here", [1]],
  );
});

Deno.test("version 1.0 reads the frames that were recorded", async () => {
  for (const base64 of [GZIP, DEFLATE, DEFLATE_RAW]) {
    const frame = Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));
    const { id, type, dataschema, data } = await protocol.deserialize(frame);
    assertEquals(
      [id, type, dataschema, data],
      [
        "1a-2",
        "Order",
        "https://example.org/order.json",
        Array(6).fill("pear"),
      ],
    );
    assertThrows(() => protocol.decode(frame), MessageError, "found a frame");
  }
});

Deno.test("version 1.0 ignores the attributes and members that a newer minor adds", () => {
  const json =
    `{${ATTRIBUTES},"autocoderversion":"1.42","region":{"~new":[1]},` +
    '"data":[{"~error":{"name":"Error","message":"m","added":{"~new":1}}}]}';
  const [error] = read(json).data as [Error];
  assertEquals([error.message, Object.keys(error)], ["m", []]);
});

Deno.test("version 1.0 refuses the tag of a newer minor by name", () => {
  const json =
    `{${ATTRIBUTES},"autocoderversion":"1.42","data":[{"~url":"x:y"}]}`;
  const { code, message } = assertThrows(() => read(json), MessageError);
  assertEquals(
    [code, message],
    [
      "unsupported",
      'Cannot read a message: data[0]: found the unknown tag "~url" in a message of version 1.42',
    ],
  );
});

Deno.test("version 1.0 refuses another major", () => {
  for (const version of ["2.0", "0.9", "10.0"]) {
    const json = `{${ATTRIBUTES},"autocoderversion":"${version}","data":1}`;
    const { code, message } = assertThrows(() => read(json), MessageError);
    assertEquals(
      [code, message],
      [
        "unsupported",
        `Cannot read a message: autocoderversion: found "${version}", wanted "1.x"`,
      ],
    );
  }
});

Deno.test("a CloudEvent from somebody else is read as plain JSON", () => {
  const json = ' {"specversion":"1.0","id":"A234","source":"/mycontext",' +
    '"type":"com.example.someevent","time":"2018-04-05T17:31:00+02:00",' +
    '"comexampleextension1":"value","traceparent":null,"data":{"~date":1}}';
  assertEquals(read(json), {
    ...message({ "~date": 1 }),
    id: "A234",
    source: "/mycontext",
    type: "com.example.someevent",
    time: "2018-04-05T15:31:00.000Z",
  });
  const exact = json.replace("+02:00", ".123456Z");
  assertEquals(read(exact).time, "2018-04-05T17:31:00.123456Z");
  const before = Date.now();
  const { time, data } = read(
    '{"specversion":"1.0","id":"1","source":"/","type":"t","data_base64":"AAE="}',
  );
  assert(Date.parse(time) >= before);
  assertEquals(data, new Uint8Array([0, 1]));
});

function message(data: unknown): Message {
  return {
    specversion: "1.0",
    id: "1a-2",
    source: "shop.out",
    type: "Order",
    time: "2026-01-31T12:00:00.123Z",
    data,
    datacontenttype: undefined,
    dataschema: undefined,
    correlationId: undefined,
    traceparent: undefined,
  };
}

function written(message: Message): string {
  return new TextDecoder().decode(protocol.encode(message));
}

function read(json: string): Message {
  return protocol.decode(new TextEncoder().encode(json));
}

const GZIP =
  "rE0BAQAAAWQAAAD4H4sIAAAAAAAA/4RQvU7GMAx8F8/9sZPSn7zEtzCBGNzE0KK2iZIUgRDvjoLKwsJkn3W+O/sTUhD7JjGt/gAD1CBUsLrScq2gguTPaAUMpMWHxp8ZKsgfoUxu0UkscN0LVKj6GqnWdE/KIBrEhpR+gAocZ7b+yHLka5dD2FbLefVH+5r8cZGSXWRnMLDkHJJpW3nnPWzS+PjS+uLXXGzrY5TtR+A3LpUska0EjnJkMIBYIz8P/R1N1FvXaefGrhtlVkR2RE2TreeBXT8P1E8KtdZUY9HhM3vrncS/vykpwTxCEC63/1uevr4BAAD//wMApomUTmQBAAA=";
const DEFLATE =
  "rE0BAgAAAWQAAADseJyEUL1OxjAMfBfP/bGT0p+8xLcwgRjcxNCitomSFIEQ746CysLCZJ91vjv7E1IQ+yYxrf4AA9QgVLC60nKtoILkz2gFDKTFh8afGSrIH6FMbtFJLHDdC1So+hqp1nRPyiAaxIaUfoAKHGe2/shy5GuXQ9hWy3n1R/ua/HGRkl1kZzCw5BySaVt55z1s0vj40vri11xs62OU7UfgNy6VLJGtBI5yZDCAWCM/D/0dTdRb12nnxq4bZVZEdkRNk63ngV0/D9RPCrXWVGPR4TN7653Ev78pKcE8QhAut/9bnr6+AQAA//8DAFLubNg=";
const DEFLATE_RAW =
  "rE0BAwAAAWQAAADmhFC9TsYwDHwXz/2xk9KfvMS3MIEY3MTQoraJkhSBEO+OgsrCwmSfdb47+xNSEPsmMa3+AAPUIFSwutJyraCC5M9oBQykxYfGnxkqyB+hTG7RSSxw3QtUqPoaqdZ0T8ogGsSGlH6AChxntv7IcuRrl0PYVst59Uf7mvxxkZJdZGcwsOQckmlbeec9bNL4+NL64tdcbOtjlO1H4DculSyRrQSOcmQwgFgjPw/9HU3UW9dp58auG2VWRHZETZOt54FdPw/UTwq11lRj0eEze+udxL+/KSnBPEIQLrf/W56+vgEAAP//AwA=";
