import { assertEquals } from "@std/assert";
import { filled, filledText, isSavedName, namesIn } from "./saved_values.ts";

const SAVED = new Map<string, unknown>([
  ["task", "7"],
  ["size", 3],
  ["member.id", "m"],
  ["whole", { a: [1] }],
]);

Deno.test("filled() puts what was kept where its name stands alone", () => {
  const body = {
    id: "$task",
    sizes: ["$size", "$5", "costs $size", "$$task", "$none"],
    by: { user: "$member.id" },
    all: "$whole",
  };
  assertEquals(filled(body, SAVED), {
    id: "7",
    sizes: [3, "$5", "costs $size", "$$task", "$none"],
    by: { user: "m" },
    all: { a: [1] },
  });
  assertEquals(namesIn(body), ["task", "size", "none", "member.id", "whole"]);
});

Deno.test("filledText() makes a text of what was kept", () => {
  assertEquals(filledText("$size", SAVED), "3");
  assertEquals(filledText("$task", SAVED), "7");
  assertEquals(filledText("plain", SAVED), "plain");
});

Deno.test("isSavedName() leaves names with a dot to actors", () => {
  assertEquals(["task", "task2", "member.id", "2nd", ""].map(isSavedName), [
    true,
    true,
    false,
    false,
    false,
  ]);
});
