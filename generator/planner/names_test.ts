import { assertEquals } from "@std/assert";
import { entityName, enumValue, fieldName, wordsOf } from "./names.ts";

Deno.test("wordsOf() cuts identifiers in any spelling", () => {
  assertEquals(wordsOf("lastSeenAt"), ["last", "seen", "at"]);
  assertEquals(wordsOf("serial_number"), ["serial", "number"]);
  assertEquals(wordsOf("E-Mail"), ["email"]);
  assertEquals(wordsOf("ISBN"), ["isbn"]);
  assertEquals(wordsOf("Café"), ["cafe"]);
});

Deno.test("entityName() makes snake_case singulars and keeps off the paths every system has", () => {
  assertEquals(entityName(["order", "items"]), "order_item");
  assertEquals(entityName(["docs"]), "doc_record");
  assertEquals(entityName(["3d"]), undefined);
  assertEquals(entityName(["日本"]), undefined);
});

Deno.test("fieldName() makes camelCase names and keeps off what is taken", () => {
  assertEquals(fieldName(["due", "date"]), "dueDate");
  for (const taken of ["id", "limit", "constructor", "order", "from"]) {
    assertEquals(fieldName([taken]), `${taken}Value`);
  }
});

Deno.test("enumValue() makes snake_case values and keeps codes", () => {
  assertEquals(enumValue("In progress"), "in_progress");
  assertEquals(enumValue("EUR"), "EUR");
});
