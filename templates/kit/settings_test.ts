import { assertEquals, assertThrows } from "@std/assert";
import {
  flag,
  integer,
  oneOf,
  readSettings,
  SettingsError,
  text,
} from "./settings.ts";

const SETTINGS = {
  PORT: integer({ default: 8080, min: 0, max: 65535 }),
  LOG_LEVEL: oneOf(["info", "error"], { default: "info" }),
  DATABASE_PATH: text({ default: "data/x.db" }),
  TRACE: flag({ default: false }),
};

Deno.test("readSettings() takes the defaults", () => {
  const expected = {
    PORT: 8080,
    LOG_LEVEL: "info",
    DATABASE_PATH: "data/x.db",
    TRACE: false,
  };
  assertEquals(readSettings(SETTINGS, new Map()), expected);
  const empty = new Map(Object.keys(SETTINGS).map((name) => [name, ""]));
  assertEquals(readSettings(SETTINGS, empty), expected);
});

Deno.test("readSettings() reads typed values", () => {
  const environment = new Map([
    ["PORT", "0"],
    ["LOG_LEVEL", "error"],
    ["DATABASE_PATH", "/data/y.db"],
    ["TRACE", "true"],
    ["HOME", "/root"],
  ]);
  const settings = readSettings(SETTINGS, environment);
  const port: number = settings.PORT;
  const level: "info" | "error" = settings.LOG_LEVEL;
  assertEquals([port, level], [0, "error"]);
  assertEquals([settings.DATABASE_PATH, settings.TRACE], ["/data/y.db", true]);
});

Deno.test("readSettings() names everything that is wrong at once", () => {
  const environment = new Map([
    ["PORT", "65536"],
    ["LOG_LEVEL", "loud"],
    ["TRACE", "yes"],
  ]);
  const settings = { ...SETTINGS, TOKEN: text() };
  const error = assertThrows(
    () => readSettings(settings, environment),
    SettingsError,
  );
  assertEquals(error.messages, [
    'Cannot read setting "PORT": found "65536", wanted an integer from 0 to 65535',
    'Cannot read setting "LOG_LEVEL": found "loud", wanted one of info, error',
    'Cannot read setting "TRACE": found "yes", wanted true or false',
    'Cannot read setting "TOKEN": found nothing, wanted a text',
  ]);
});

Deno.test("readSettings() does not take a near number for one", () => {
  for (const port of ["1e3", " 1", "1.0", "0x10", "", "-1", "9".repeat(400)]) {
    const read = () =>
      readSettings({ PORT: integer({ min: 0 }) }, new Map([["PORT", port]]));
    assertThrows(read, SettingsError);
  }
});

Deno.test("readSettings() does not show a secret", () => {
  const key = { ...integer(), secret: true };
  const error = assertThrows(
    () => readSettings({ KEY: key }, new Map([["KEY", "hunter2"]])),
    SettingsError,
  );
  assertEquals(error.message.includes("hunter2"), false);
});
