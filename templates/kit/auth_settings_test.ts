import { assert, assertEquals, assertThrows } from "@std/assert";
import { secretKey, secretObject } from "./auth_settings.ts";
import { readSettings, SettingsError } from "./settings.ts";

Deno.test("secretKey() wants 32 bytes that differ, and shows none of them", () => {
  const read = (text?: string) =>
    readSettings(
      { AUTH_SECRET: secretKey() },
      new Map(text === undefined ? [] : [["AUTH_SECRET", text]]),
    );
  for (const bad of [undefined, "", "short-secret", "a".repeat(64)]) {
    const error = assertThrows(() => read(bad), SettingsError);
    assert(!bad || !error.message.includes(bad));
  }
  const good = "0123456789abcdef0123456789abcdef";
  assertEquals(read(good).AUTH_SECRET, good);
});

Deno.test("secretObject() shows nothing of what is no object", () => {
  const error = assertThrows(
    () =>
      readSettings(
        { FIRST_USER: secretObject() },
        new Map([["FIRST_USER", '{"password":"hunter2']]),
      ),
    SettingsError,
  );
  assert(!error.message.includes("hunter2"));
});
