import { assertEquals, assertThrows } from "@std/assert";
import { oneProcess } from "./one_process.ts";
import { readSettings, SettingsError } from "./settings.ts";

Deno.test("oneProcess() takes 1 and says why it takes nothing else", () => {
  const read = (...entries: [string, string][]) =>
    readSettings(
      { WORKERS: oneProcess("it counts in memory") },
      new Map(entries),
    );
  assertEquals(read(), { WORKERS: 1 });
  assertEquals(read(["WORKERS", "1"]), { WORKERS: 1 });
  for (const text of ["2", "0", "many"]) {
    assertThrows(
      () => read(["WORKERS", text]),
      SettingsError,
      `Cannot read setting "WORKERS": found "${text}", wanted 1: it counts in memory`,
    );
  }
});
