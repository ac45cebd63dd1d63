import { assertEquals, assertMatch, assertThrows } from "@std/assert";
import { ModelFailure } from "../language_model.ts";
import {
  modelName,
  modelSettings,
  type SettingsSources,
} from "./model_settings.ts";

const CLAUDE = {
  flags: { provider: "anthropic", model: "claude-sonnet-4-5" },
  env: { ANTHROPIC_API_KEY: "sk-ant-0123456789" },
} as const;
const LOCAL = {
  flags: {
    provider: "openai-compatible",
    model: "qwen2.5-coder",
    baseUrl: "http://127.0.0.1:11434/v1",
  },
} as const;

Deno.test("modelSettings() has everything for Claude from a provider, a model and a key", () => {
  const { key, price, ...settings } = modelSettings(CLAUDE);
  assertEquals(settings, {
    provider: "anthropic",
    model: "claude-sonnet-4-5",
    baseUrl: "https://api.anthropic.com/v1",
    timeoutMs: 600_000,
    startMs: 120_000,
    stallMs: 120_000,
    retries: 4,
    parallel: 4,
    maxAnswerBytes: 1_048_576,
    budget: {},
  });
  assertEquals(key?.reveal(), "sk-ant-0123456789");
  assertEquals([price?.input, price?.output], [3, 15]);
});

Deno.test("modelSettings() wants no key for a server on this machine", () => {
  const { key, baseUrl, price } = modelSettings(LOCAL);
  assertEquals([key, baseUrl, price], [
    undefined,
    "http://127.0.0.1:11434/v1",
    undefined,
  ]);
});

Deno.test("modelSettings() gives a server on this machine all the time before its first word, unless somebody says otherwise", () => {
  assertEquals(modelSettings(LOCAL).startMs, 600_000);
  const flags = { ...LOCAL.flags, stallSeconds: 9 };
  assertEquals(modelSettings({ flags }).startMs, 9_000);
});

Deno.test("modelName() names what is chosen without a key, nothing where nothing is, and refuses a half", () => {
  const { flags } = CLAUDE;
  assertEquals(modelName({ flags }), "anthropic/claude-sonnet-4-5");
  assertEquals(
    modelName({ env: { AUTOCODER_MODEL: "m" }, flags: LOCAL.flags }),
    "openai-compatible/qwen2.5-coder",
  );
  assertEquals(modelName({ env: CLAUDE.env }), undefined);
  for (
    const [given, wanted] of [
      [{ model: "m" }, "No language model is configured"],
      [{ provider: "anthropic" }, "No model is named for anthropic"],
      [{ provider: "other", model: "m" }, 'found "other"'],
    ] as const
  ) {
    assertThrows(() => modelName({ flags: given }), ModelFailure, wanted);
  }
});

Deno.test("modelSettings() takes flags before the environment before the file", () => {
  const sources = (given: Partial<SettingsSources>) =>
    modelSettings({
      flags: { ...LOCAL.flags, ...given.flags },
      env: given.env ?? {},
      file: file("retries: 1\nmodel: from-file\n"),
    });
  const env = { AUTOCODER_RETRIES: "9", AUTOCODER_MODEL_RETRIES: "2" };
  assertEquals(sources({}).retries, 1);
  assertEquals(sources({ env }).retries, 2);
  assertEquals(sources({ env, flags: { retries: "3" } }).retries, 3);
  assertEquals(sources({}).model, "qwen2.5-coder");
});

Deno.test("modelSettings() takes a blank for nothing", () => {
  const env = { AUTOCODER_MODEL_RETRIES: " " };
  assertEquals(modelSettings({ ...LOCAL, env }).retries, 4);
});

Deno.test("modelSettings() reads all from a file", () => {
  const { key: _, ...settings } = modelSettings({
    env: CLAUDE.env,
    file: file(
      `
provider: anthropic
model: house-model
timeoutSeconds: 60
stallSeconds: 1.5
retries: 0
parallel: 8
maxAnswerBytes: 2048
budget: 10k tokens, 2 USD
prices:
  house-*: { input: 1, output: 2, cached: 0.5 }
`,
      true,
    ),
  });
  assertEquals(settings, {
    provider: "anthropic",
    model: "house-model",
    baseUrl: "https://api.anthropic.com/v1",
    timeoutMs: 60_000,
    startMs: 1_500,
    stallMs: 1_500,
    retries: 0,
    parallel: 8,
    maxAnswerBytes: 2_048,
    budget: { tokens: 10_000, money: 2 },
    price: {
      input: 1,
      output: 2,
      cached: 0.5,
      source: "your own",
      date: "",
      basis: "own",
    },
  });
});

Deno.test("modelSettings() keeps to no money by a price in a file that nobody named", () => {
  const priced = `
budget: 0.01 USD
prices: { claude-*: { input: 0, output: 0 } }
`;
  const failure = assertThrows(
    () => modelSettings({ ...CLAUDE, file: file(priced) }),
    ModelFailure,
  );
  assertMatch(failure.message, /you did not name this file/);
  const { price } = modelSettings({ ...CLAUDE, file: file(priced, true) });
  assertEquals(price?.input, 0);
});

Deno.test("modelSettings() sends a provider's own key to no address that a file chose which nobody named", () => {
  const text = `
provider: openai-compatible
model: any
baseUrl: http://localhost:9/v1
`;
  const keyFor = (env: Record<string, string>, isNamed: boolean) =>
    modelSettings({ env, file: file(text, isNamed) }).key?.variable;
  const own = { OPENAI_API_KEY: "sk-own-key" };
  assertEquals(keyFor(own, false), undefined);
  assertEquals(
    keyFor({ ...own, AUTOCODER_API_KEY: "meant" }, false),
    "AUTOCODER_API_KEY",
  );
});

Deno.test("modelSettings() prefers the key that is meant for it", () => {
  const env = { ...CLAUDE.env, AUTOCODER_API_KEY: "meant-for-this" };
  assertEquals(
    modelSettings({ ...CLAUDE, env }).key?.variable,
    "AUTOCODER_API_KEY",
  );
});

Deno.test("modelSettings() never takes another provider's key", () => {
  const { key } = modelSettings({ ...LOCAL, env: CLAUDE.env });
  assertEquals(key, undefined);
});

const REFUSED: readonly (readonly [string, SettingsSources, RegExp])[] = [
  [
    "nothing is configured",
    {},
    /No language model is configured.*--provider anthropic.*Keys are read/s,
  ],
  [
    "there is a key alone",
    { env: CLAUDE.env },
    /A key alone \(ANTHROPIC_API_KEY is set\) chooses none/,
  ],
  [
    "the provider is not known",
    { flags: { provider: "claude" } },
    /Cannot use "provider" from --provider: found "claude", wanted "anthropic" or/,
  ],
  [
    "there is no model",
    { flags: { provider: "anthropic" }, env: CLAUDE.env },
    /No model is named for anthropic: give --model/,
  ],
  [
    "there is no key",
    { flags: CLAUDE.flags },
    /No key for "https:\/\/api.anthropic.com\/v1": set ANTHROPIC_API_KEY/,
  ],
  [
    "there is no address",
    { flags: { provider: "openai-compatible", model: "m" } },
    /wants its address: give --base-url/,
  ],
  [
    "a count is none",
    { ...LOCAL, env: { AUTOCODER_PARALLEL: "many" } },
    /"parallel" from AUTOCODER_PARALLEL: found "many", wanted a whole number from 1 to 64/,
  ],
  [
    "a count is too high",
    { flags: { ...LOCAL.flags, retries: 21 } },
    /"retries" from --model-retries: found "21", wanted a whole number from 0 to 20/,
  ],
  [
    "a time is none",
    { ...LOCAL, file: file("stallSeconds: 0") },
    /"stallSeconds" from autocoder.yaml: found "0", wanted seconds above 0/,
  ],
  [
    "money is to be kept to at no known price",
    { flags: { ...LOCAL.flags, budget: "5 USD" } },
    /the price of "qwen2.5-coder" is not known; give it in a file that --model-config names, as "prices: \{ qwen2.5-coder:/,
  ],
  [
    "the budget is none",
    { flags: { ...LOCAL.flags, budget: "much" } },
    /Cannot read the budget "much"/,
  ],
  [
    "the key has a blank in it",
    { ...CLAUDE, env: { ANTHROPIC_API_KEY: "sk-ant 0123\n456789" } },
    /Cannot use the key in ANTHROPIC_API_KEY/,
  ],
];

for (const [when, sources, message] of REFUSED) {
  Deno.test(`modelSettings() says what to do when ${when}`, () => {
    const failure = assertThrows(() => modelSettings(sources), ModelFailure);
    assertEquals(failure.kind, "not configured");
    assertMatch(failure.message, message);
    assertEquals(/sk-ant|0123/.test(failure.message), false);
  });
}

Deno.test("modelSettings() takes another machine's address only from a file that the user names", () => {
  const sources = (isNamed: boolean) => ({
    env: { AUTOCODER_API_KEY: "any-key-at-all" },
    file: {
      path: "autocoder.yaml",
      text:
        "provider: openai-compatible\nmodel: m\nbaseUrl: https://models.example/v1",
      isNamed,
    },
  });
  const failure = assertThrows(
    () => modelSettings(sources(false)),
    ModelFailure,
  );
  assertMatch(
    failure.message,
    /from autocoder.yaml: .* your key would be sent/,
  );
  assertEquals(
    modelSettings(sources(true)).baseUrl,
    "https://models.example/v1",
  );
});

Deno.test("modelSettings() shows its key nowhere", () => {
  const settings = modelSettings(CLAUDE);
  const shown = [
    JSON.stringify(settings),
    Deno.inspect(settings, { depth: 9, showHidden: true }),
    `${settings.key}`,
  ].join("\n");
  assertEquals(shown.includes("0123456789"), false);
  assertMatch(shown, /\[key of ANTHROPIC_API_KEY\]/);
});

function file(text: string, isNamed = false) {
  return { path: "autocoder.yaml", text, isNamed };
}
