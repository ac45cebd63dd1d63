import { assertEquals } from "@std/assert";
import { withArticle } from "./with_article.ts";

Deno.test("withArticle() goes by the sound", () => {
  const nouns = [
    "task",
    "order",
    "user",
    "hour",
    "unit",
    "event",
    "european trip",
    "one-way ticket",
    "honor",
    "umbrella",
  ];
  assertEquals(nouns.map(withArticle), [
    "a task",
    "an order",
    "a user",
    "an hour",
    "a unit",
    "an event",
    "a european trip",
    "a one-way ticket",
    "an honor",
    "an umbrella",
  ]);
});
