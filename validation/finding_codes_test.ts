import { assertEquals } from "@std/assert";
import { FINDING_CODES } from "./finding_codes.ts";

Deno.test("FINDING_CODES are all reported by a check, and each is provoked by a test", async () => {
  const folder = new URL(".", import.meta.url);
  const sources: string[] = [];
  const tests: string[] = [];
  for await (const { name, isFile } of Deno.readDir(folder)) {
    if (!isFile || /^finding_codes/.test(name)) continue;
    const text = await Deno.readTextFile(new URL(name, folder));
    (name.endsWith("_test.ts") ? tests : sources).push(text);
  }
  const codes = Object.keys(FINDING_CODES);
  const missingIn = (texts: readonly string[]) =>
    codes.filter((code) => !texts.some((text) => text.includes(`"${code}"`)));
  assertEquals(missingIn(sources), []);
  assertEquals(missingIn(tests), []);
});
