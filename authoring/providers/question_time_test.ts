import { assertEquals } from "@std/assert";
import { QuestionTime } from "./question_time.ts";
import { wait } from "./wait.ts";

const { signal } = new AbortController();

Deno.test("QuestionTime runs out, and not while it rests", async () => {
  using time = new QuestionTime(300);
  time.run();
  time.rest();
  await wait(400, signal);
  assertEquals(time.signal.aborted, false);
  const over = Promise.withResolvers<void>();
  time.signal.addEventListener("abort", () => over.resolve());
  time.run();
  time.run();
  await over.promise;
  assertEquals(time.signal.aborted, true);
});
