import { assertEquals } from "@std/assert";
import { sentencesOf } from "../../generator/planner/sentences.ts";
import { contextSentences } from "./context_sentences.ts";

Deno.test("contextSentences() tells greetings and names from what is asked for", async () => {
  const request = [
    "Hello there!",
    "Notes API.",
    "Keep notes with a title.",
    "No authentication.",
    "Use TypeScript.",
    "Print every note on paper.",
    "Thanks!",
  ].join("\n");
  const isContext = await contextSentences(request);
  assertEquals(
    sentencesOf(request).filter(isContext).map(({ text }) => text),
    ["Hello there!", "Notes API.", "Use TypeScript.", "Thanks!"],
  );
});

Deno.test("contextSentences() takes every sentence for one of its own line", async () => {
  const isContext = await contextSentences("Thanks!\nKeep notes.");
  const [said] = sentencesOf("Keep notes.\nThanks!").slice(1);
  assertEquals(said && isContext(said), false);
});
