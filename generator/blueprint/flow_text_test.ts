import { assertEquals } from "@std/assert";
import { readFlowText, writeFlowPart } from "./flow_text.ts";
import { parse } from "yaml";

Deno.test("readFlowText() reads what YAML reads, and knows where each character stands", () => {
  for (
    const written of [
      "return a.b;",
      "'it''s ''here'''",
      "''",
      '""',
      '"a \\"b\\" \\\\ \\n\\t\\x41\\u00e9\\U0001F600 \\/ \\_ end"',
    ]
  ) {
    const read = readFlowText(written);
    assertEquals(read?.value, parse(written) ?? "", written);
    const { value = "", offsets = [] } = read ?? {};
    assertEquals(offsets.length, value.length + 1);
    assertEquals(offsets.at(-1), written.replace(/["']$/, "").length);
    // Every plain letter stands where it says.
    [...value].forEach((letter, index) => {
      if (/[a-z]/.test(letter) && /^[ -~]*$/.test(value)) {
        assertEquals(written[offsets[index] ?? -1], letter);
      }
    });
  }
  for (const broken of ['"a', '"a\\"', '"\\q"', '"\\u00"', '"', "'a"]) {
    assertEquals(readFlowText(broken), undefined, broken);
  }
});

Deno.test("writeFlowPart() writes what YAML reads as it was, or nothing", () => {
  const parts = ['"draft"', "it's", "a\\b", "(await ", "a: b", "x #y", "a\nb"];
  for (const part of parts) {
    for (const quote of ['"', "'", ""]) {
      const written = writeFlowPart(part, `${quote}x${quote}`);
      if (written === undefined) continue;
      assertEquals(parse(`- ${quote}x${written}x${quote}`), [`x${part}x`]);
    }
  }
  assertEquals(writeFlowPart("it's", "'x'"), "it''s");
  assertEquals(writeFlowPart('"a"', '"x"'), '\\"a\\"');
  assertEquals(writeFlowPart("a: b", "x"), undefined);
  assertEquals(writeFlowPart("a\nb", "'x'"), undefined);
});
