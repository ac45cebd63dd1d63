import { assert, assertEquals } from "@std/assert";
import { scanRulesInWords } from "./scan_rules_in_words.ts";

Deno.test("scanRulesInWords() names what may be imported and used", () => {
  const words = scanRulesInWords({
    imports: ["./a.ts", "./b.ts"],
    globals: ["Deno.test"],
    pure: true,
  });
  for (
    const part of [
      "- Import only from: ./a.ts, ./b.ts. ",
      ", Deno.test.\n",
      "JSON (parse, stringify)",
      ", Set, ",
      "constants only.\n",
    ]
  ) assert(words.includes(part), `${part} in ${words}`);
});

Deno.test("scanRulesInWords() says when nothing may be imported", () => {
  const words = scanRulesInWords({ imports: [] });
  assert(words.startsWith("- Import nothing.\n"));
  assertEquals(words.includes("constants only"), false);
});
