import { assertEquals } from "@std/assert";
import { editDistance, nearName, nearWord } from "./near_name.ts";

Deno.test("editDistance() counts insertions, deletions, replacements and swaps", () => {
  assertEquals(editDistance("type", "type"), 0);
  assertEquals(editDistance("tpe", "type"), 1);
  assertEquals(editDistance("typee", "type"), 1);
  assertEquals(editDistance("tipe", "type"), 1);
  assertEquals(editDistance("tyep", "type"), 1);
  assertEquals(editDistance("kitten", "sitting"), 3);
  assertEquals(editDistance("", "abc"), 3);
  assertEquals(editDistance("abc", "xyz", 2), 2);
});

Deno.test("nearName() finds the nearest, whatever the case and separators", () => {
  const names = ["maxLength", "minLength", "required", "unique"];
  assertEquals(nearName("max-length", names), "maxLength");
  assertEquals(nearName("MINLENGTH", names), "minLength");
  assertEquals(nearName("requird", names), "required");
  assertEquals(nearName("uniqe", names), "unique");
  assertEquals(nearName("colour", names), undefined);
  assertEquals(nearName("x".repeat(10_000), names), undefined);
});

Deno.test("nearWord() follows synonyms, misspelt ones too, and own keys alone", () => {
  const synonyms = { int: "integer", money: "decimal" };
  assertEquals(nearWord("int", ["integer", "decimal"], synonyms), "integer");
  assertEquals(nearWord("mony", ["integer", "decimal"], synonyms), "decimal");
  assertEquals(nearWord("constructor", ["integer"], synonyms), undefined);
});
