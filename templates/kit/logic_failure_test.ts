import { assertEquals, assertRejects, assertStringIncludes } from "@std/assert";
import { answerOf, LogicFailed } from "./logic_failure.ts";

Deno.test("answerOf() gives what is answered now or later", async () => {
  assertEquals(await answerOf("a", () => 1), 1);
  assertEquals(await answerOf("a", () => Promise.resolve(2)), 2);
});

Deno.test("answerOf() says which logic threw, and why", async () => {
  const cause = new TypeError("no such thing");
  for (
    const ask of [() => Promise.reject(cause), () => {
      throw cause;
    }]
  ) {
    const error = await assertRejects(
      () => answerOf("guard of article", ask),
      LogicFailed,
    );
    assertEquals(error.cause, cause);
    assertStringIncludes(error.message, "guard of article");
    assertStringIncludes(error.message, "no such thing");
  }
});

Deno.test("answerOf() does not wait for ever", async () => {
  const never = new Promise<string>(() => {});
  await assertRejects(
    () => answerOf("guard of article", () => never, 1),
    LogicFailed,
    "found no answer in 1 ms",
  );
});
