import {
  assertEquals,
  assertMatch,
  assertRejects,
  assertThrows,
} from "@std/assert";
import { join } from "node:path";
import { ModelFailure } from "../language_model.ts";
import { readModelSettings } from "./read_model_settings.ts";
import { parseSettingsFile, readSettingsFile } from "./settings_file.ts";

for (
  const [text, message] of [
    [
      "apiKey: sk-hidden",
      /autocoder.yaml:1:1: "apiKey" looks like a key, and keys stand in no file/,
    ],
    ["model: m\napi_key: sk-hidden", /autocoder.yaml:2:1: "api_key" looks/],
    ["token: sk-hidden", /"token" looks like a key/],
    ["authorization: Bearer sk-hidden", /"authorization" looks like a key/],
    ["modle: m", /there is no setting "modle", did you mean "model"\?/],
    [
      "colour: red",
      /there is no setting "colour", wanted provider, model, .*prices/,
    ],
    ["model:", /"model" has no value, wanted a text or a number/],
    ["model: [a]", /"model" has no value/],
    ["- model", /wanted names with values/],
    ["model: 'a", /autocoder.yaml:\d+:\d+: /],
    ["model: a\nmodel: b", /autocoder.yaml:2:1: duplicate key/],
    ["prices: 5", /"prices" wants models with prices/],
    ["prices: { m: 5 }", /"m" wants input and output/],
    [
      "prices: { m: { input: 1 } }",
      /the price of "m" wants input and output in USD/,
    ],
    [
      "prices: { m: { input: -1, output: 1 } }",
      /wants input in USD/,
    ],
    [
      "prices: { m: { input: 1, output: 1, cached: x } }",
      /wants cached in USD/,
    ],
    [
      "prices: { m: { input: 1, output: 1, cache: 1 } }",
      /has no "cache", wanted input, output, cached, stored/,
    ],
  ] as const
) {
  Deno.test(`parseSettingsFile() refuses ${JSON.stringify(text)} and repeats no value`, () => {
    const failure = assertThrows(
      () => parseSettingsFile({ path: "autocoder.yaml", text, isNamed: true }),
      ModelFailure,
    );
    assertEquals(failure.kind, "not configured");
    assertMatch(failure.message, message);
    assertEquals(failure.message.includes("sk-hidden"), false);
  });
}

Deno.test("parseSettingsFile() takes an empty file", () => {
  assertEquals(
    parseSettingsFile({ path: "a.yaml", text: "# later\n", isNamed: true }),
    { options: {}, prices: {} },
  );
});

Deno.test("readSettingsFile() takes autocoder.yaml where there is one, and the one that is named", async () => {
  const folder = await Deno.makeTempDir();
  try {
    assertEquals(await readSettingsFile({ folder }), undefined);
    const path = join(folder, "autocoder.yaml");
    await Deno.writeTextFile(path, "model: a");
    assertEquals(await readSettingsFile({ folder }), {
      path,
      text: "model: a",
      isNamed: false,
    });
    const named = join(folder, "other.yaml");
    const failure = await assertRejects(
      () => readSettingsFile({ folder, named }),
      ModelFailure,
    );
    assertMatch(failure.message, /other.yaml": there is no such file/);
    await Deno.writeTextFile(named, "model: b");
    assertEquals((await readSettingsFile({ folder, named }))?.isNamed, true);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

Deno.test("readModelSettings() puts flags, environment and file together", async () => {
  const folder = await Deno.makeTempDir();
  try {
    await Deno.writeTextFile(
      join(folder, "autocoder.yaml"),
      "provider: anthropic\nmodel: a\nparallel: 2",
    );
    const { model, provider, parallel } = await readModelSettings({
      flags: { model: "b" },
      folder,
      env: { ANTHROPIC_API_KEY: "sk-ant-0123456789" },
    });
    assertEquals([provider, model, parallel], ["anthropic", "b", 2]);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});
