import { assertEquals } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { findPlace } from "./blueprint_path.ts";
import { lostFigures } from "./lost_figures.ts";

const { blueprint } = parseBlueprint(`
system: shop
http: { rateLimit: { requests: 100, per: 1m } }
entities:
  order:
    fields:
      note: { type: string, maxLength: 200 }
      total: { type: decimal, max: 1000, scale: 2 }
      rebate: { type: decimal, computed: "total * 0.15" }
      file: { type: file, maxBytes: 5MB }
      hours: { type: integer, max: 720 }
      code: { type: string, maxLength: 5000, description: "At most 50, or 7 minutes." }
      grams: { type: integer, max: 2000 }
      weight: { type: integer, max: 30 }
`);
if (!blueprint) throw new Error("no blueprint");

const lost = (sentence: string, ...paths: string[]) =>
  lostFigures(
    sentence,
    paths.flatMap((path) => findPlace(path, blueprint) ?? []),
    blueprint,
  );

Deno.test("lostFigures() finds figures in what a sentence became", () => {
  const kept = [
    ["Notes have at most 200 characters.", "order.note"],
    ["The total is at most 1,000.00.", "order.total.max"],
    ["15 % off.", "order.rebate"],
    ["Lists are kept for 30 days.", "order.hours"],
    ["At most 2 kg.", "order.grams"],
    ["Files have 5MB.", "order.file"],
    ["Files have 5 MB.", "order.file"],
    ["100 requests per 60 seconds.", "http.rateLimit"],
    ["Use OAuth2, HTTP/2 and ISO-8601.", "order.note"],
    ["More than 0.", "order.weight"],
  ] as const;
  for (const [sentence, path] of kept) {
    assertEquals(lost(sentence, path), [], sentence);
  }
});

Deno.test("lostFigures() tells of those that are nowhere in it", () => {
  const gone = [
    ["Notes have at most 300 characters.", ["order.note"], ["300"]],
    ["At most 200 characters and 7 lines.", ["order.note"], ["7"]],
    ["At most 200 characters.", ["order.weight"], ["200"]],
    ["Between 1.5 and 30 kg, or 30.", ["order.weight"], ["1.5"]],
    ["At most 12,500.", ["order.total"], ["12,500"]],
    ["2kg or 31.", ["order.weight"], ["2", "31"]],
    ["At most 50 characters.", ["order.code"], ["50"]],
    ["At most 50.", ["order.code", "entities.order.fields.code.description"], [
      "50",
    ]],
    ["At most 2 notes.", ["order.note"], ["2"]],
    ["At most 12 days, and 3.", ["order.hours"], ["12", "3"]],
    ["At most 2 hours.", ["order.note"], ["2"]],
    ["7 of them.", ["order.code"], ["7"]],
    ["At least 200 characters.", ["order.note"], ["200"]],
    ["At least 30.", ["order.weight.max"], ["30"]],
    ["No more than fifty characters.", ["order.note"], ["fifty"]],
  ] as const;
  for (const [sentence, paths, figures] of gone) {
    assertEquals(lost(sentence, ...paths), [...figures], sentence);
  }
});

Deno.test("lostFigures() looks in all places of a sentence", () => {
  assertEquals(lost("200 and 30.", "order.note"), ["30"]);
  assertEquals(lost("200 and 30.", "order.note", "order.weight"), []);
});

Deno.test("lostFigures() says nothing of a sentence without a place", () => {
  assertEquals(lost("At most 200 characters."), []);
});
