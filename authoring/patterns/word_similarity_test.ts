import { assert, assertEquals } from "@std/assert";
import { wordSimilarity } from "./word_similarity.ts";

Deno.test("wordSimilarity() gives 1 for the same words and 0 for none in common", () => {
  const likeness = wordSimilarity(["Ship the order", "Cancel a booking"]);
  const [same = 0, none] = likeness.to("The order: ship!");
  assert(Math.abs(same - 1) < 1e-9, `${same}`);
  assertEquals(none, 0);
  assertEquals(likeness.to("the of and"), [0, 0]);
  assertEquals(likeness.to(""), [0, 0]);
});

Deno.test("wordSimilarity() counts rare words more", () => {
  const likeness = wordSimilarity([
    "price of parcels",
    "price of weight",
    "price of zones",
  ]);
  const [, weight = 0, zones = 0] = likeness.to("weight zones zones price");
  const [rare = 0, common = 1] = likeness.to("parcels price");
  assert(rare > 0.9 && common < 0.5, `${rare} ${common}`);
  assert(zones > weight, `${zones} ${weight}`);
});

Deno.test("wordSimilarity() takes the forms of a word for one", () => {
  const pairs = [
    ["shipped", "shipping"],
    ["ships", "ship"],
    ["cancelled", "cancels"],
    ["parties", "party"],
    ["dueDate", "due dates"],
    ["priced", "price"],
  ] as const;
  for (const [one, other] of pairs) {
    const [found = 0] = wordSimilarity([one]).to(other);
    assert(found > 0.99, `${one} ${other} ${found}`);
  }
  assertEquals(wordSimilarity(["red"]).to("ring"), [0]);
});
