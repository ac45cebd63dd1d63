import { assertEquals } from "@std/assert";
import fc from "fast-check";
import { fromBase64, toBase64 } from "./base64.ts";

Deno.test("fromBase64() reads what toBase64() writes", () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
    assertEquals(fromBase64(toBase64(bytes)), new Uint8Array(bytes));
  }));
  const many = new Uint8Array(100_000).map((_, i) => i % 251);
  assertEquals(fromBase64(toBase64(many)), many);
});

Deno.test("fromBase64() takes one text for one value", () => {
  for (
    const text of ["A", "AA", "AA=", "A===", "====", "AB==", "AAB=", "AA==AA=="]
  ) assertEquals(fromBase64(text), undefined, text);
  for (const text of ["AA A", "AA\n=", "AA-_", "é===", " AA=", "=AAA"]) {
    assertEquals(fromBase64(text), undefined, text);
  }
});
