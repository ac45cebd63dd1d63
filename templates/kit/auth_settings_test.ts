import { assert, assertEquals, assertThrows } from "@std/assert";
import { firstUser, secretKey, secretObject } from "./auth_settings.ts";
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

Deno.test("firstUser() wants a name to sign in with and a password, and shows neither", () => {
  const read = (text: string) =>
    readSettings(
      { FIRST_USER: firstUser("email") },
      new Map([["FIRST_USER", text]]),
    ).FIRST_USER;
  const whole = { email: "a@example.com", password: "long enough", role: "x" };
  assertEquals(read(JSON.stringify(whole)), whole);
  assertEquals(read(""), {});
  const { email: _, ...nameless } = whole;
  for (
    const bad of [nameless, { ...whole, password: "hunter2" }, { password: 1 }]
  ) {
    const error = assertThrows(() => read(JSON.stringify(bad)), SettingsError);
    assert(error.message.includes('"email"'));
    assert(!error.message.includes(String(bad.password)));
  }
});
