import { assert, assertEquals } from "@std/assert";
import { forbiddenCharacter, quoted, visible } from "./quoted.ts";

Deno.test("visible() escapes what cannot be seen and keeps the rest", () => {
  assertEquals(
    visible("a\n\t\u0000\u001b[31m\u202e\ufeff\ud800é日😀"),
    "a\\n\\t\\u0000\\u001b[31m\\u202e\\ufeff\\ud800é日😀",
  );
});

Deno.test("quoted() cuts long texts and escapes quotes", () => {
  assertEquals(quoted('a"b'), '"a\\"b"');
  assertEquals(quoted("x".repeat(100)), `"${"x".repeat(60)}…"`);
});

Deno.test("forbiddenCharacter() lets line breaks and tabs through only where lines are", () => {
  for (const text of ["\n", "\r", "\t"]) {
    assertEquals(forbiddenCharacter(text, true), undefined);
    assertEquals(forbiddenCharacter(text, false), text);
  }
  for (const text of ["\u0000", "\u0085", "\u2028", "\u202e", "\udc00"]) {
    assertEquals(forbiddenCharacter(`a${text}b`, true), text);
  }
  for (const text of ["😀", "e\u0301", "\u200f", "שלום", "*/", "`"]) {
    assert(forbiddenCharacter(text, false) === undefined);
  }
});
