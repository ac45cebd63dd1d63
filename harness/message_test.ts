import { assertEquals, assertMatch, assertNotEquals } from "@std/assert";
import { createMessage, Envelope } from "./message.ts";

Deno.test("createMessage() fills in the attributes of CloudEvents", () => {
  const message = createMessage({ data: { n: 1 }, source: "orders.out" });
  assertEquals(
    [message.specversion, message.source, message.type, message.data],
    ["1.0", "orders.out", "message", { n: 1 }],
  );
  assertMatch(message.time, /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
  assertNotEquals(message.id, createMessage({ data: 1, source: "a.b" }).id);
  assertEquals(message.id, message.id);
});

Deno.test("a reply names the message that it answers", () => {
  const request = new Envelope("a.out", "Ask", 0, 1, true, "00-abc-def-01");
  const reply = new Envelope(
    "b.in",
    "reply",
    0,
    2,
    false,
    request.traceparent,
    request.serial,
  );
  assertEquals(reply.correlationId, request.id);
  assertEquals(request.correlationId, undefined);
});

Deno.test("a message becomes JSON with the names of CloudEvents' JSON format", () => {
  const message = new Envelope("a.out", "Order", 0, { n: 1 }, false, "tp", 5);
  assertEquals(JSON.parse(JSON.stringify(message)), {
    specversion: "1.0",
    id: message.id,
    source: "a.out",
    type: "Order",
    time: "1970-01-01T00:00:00.000Z",
    correlationid: message.correlationId,
    traceparent: "tp",
    data: { n: 1 },
  });
});

Deno.test("createMessage() describes the data where it is told, and costs nothing elsewhere", () => {
  const described = createMessage({
    data: "pear",
    source: "a.out",
    datacontenttype: "text/plain",
    dataschema: "https://example.org/pear",
  });
  assertEquals(
    [described.datacontenttype, described.dataschema],
    ["text/plain", "https://example.org/pear"],
  );
  const { datacontenttype, dataschema } = JSON.parse(JSON.stringify(described));
  assertEquals([datacontenttype, dataschema], [
    described.datacontenttype,
    described.dataschema,
  ]);
  const plain = createMessage({ data: 1, source: "a.out" });
  assertEquals([plain.datacontenttype, plain.dataschema], [
    undefined,
    undefined,
  ]);
  assertEquals(Object.keys(plain).filter((key) => key.startsWith("data")), [
    "data",
  ]);
});
