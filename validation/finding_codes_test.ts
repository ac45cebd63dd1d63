import { assertEquals } from "@std/assert";
import { FINDING_CODES } from "./finding_codes.ts";

Deno.test("FINDING_CODES are all reported by a check, and each is provoked by a test", async () => {
  const folder = new URL(".", import.meta.url);
  const sources: string[] = [];
  const tests: string[] = [];
  for (const url of await modulesIn(folder)) {
    if (url.pathname.includes("/finding_codes")) continue;
    const text = await Deno.readTextFile(url);
    (url.pathname.endsWith("_test.ts") ? tests : sources).push(text);
  }
  const codes = Object.keys(FINDING_CODES);
  const missingIn = (texts: readonly string[]) =>
    codes.filter((code) => !texts.some((text) => text.includes(`"${code}"`)));
  assertEquals(missingIn(sources), []);
  assertEquals(missingIn(tests), []);
});

async function modulesIn(folder: URL): Promise<URL[]> {
  const modules: URL[] = [];
  for await (const { name, isFile, isDirectory } of Deno.readDir(folder)) {
    if (isFile && name.endsWith(".ts")) modules.push(new URL(name, folder));
    if (isDirectory) {
      modules.push(...await modulesIn(new URL(`${name}/`, folder)));
    }
  }
  return modules;
}
