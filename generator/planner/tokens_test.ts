import { assertEquals } from "@std/assert";
import { tokenize } from "./tokens.ts";

Deno.test("tokenize() cuts words, numbers, paths, quoted names and marks", () => {
  const tokens = tokenize(
    `GET /tasks/{id}: "Big task" at 1,000.5 a task's e-mail`,
    10,
  );
  assertEquals(tokens.map((one) => `${one.kind} ${one.text}`), [
    "word GET",
    "path /tasks/{id}",
    "mark :",
    "quoted Big task",
    "word at",
    "number 1,000.5",
    "word a",
    "word task",
    "word 's",
    "word e-mail",
  ]);
  assertEquals(tokens[0]?.start, 10);
});

Deno.test("tokenize() takes a slash inside words as a mark", () => {
  assertEquals(tokenize("yes/no", 0).map((one) => one.text), [
    "yes",
    "/",
    "no",
  ]);
});

Deno.test("tokenize() keeps the offsets of quoted names with their quotes", () => {
  const [, name] = tokenize('add "a b" x', 0);
  assertEquals([name?.start, name?.end], [4, 9]);
});
