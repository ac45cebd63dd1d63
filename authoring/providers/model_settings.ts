/**
 * The settings of a model: flags over environment over file.
 *
 * @module
 */
import { type BudgetLimits, parseBudget } from "../budget.ts";
import { ModelFailure } from "../language_model.ts";
import { type KnownPrice, priceOf } from "../prices.ts";
import { ApiKey } from "./api_key.ts";
import { type BaseUrl, checkBaseUrl } from "./base_url.ts";
import { type GivenText, GivenValues, refuseValue } from "./given_values.ts";
import type { GivenOptions } from "./model_option.ts";
import { parseSettingsFile, type SettingsFile } from "./settings_file.ts";

/** Who can answer. */
export type ProviderName = "anthropic" | "openai-compatible";

/** Everything that is known before a model is asked. */
export interface ModelSettings {
  /** Who answers. */
  readonly provider: ProviderName;
  /** The model, as its provider names it. */
  readonly model: string;
  /** Where it is asked. */
  readonly baseUrl: string;
  /** The key to it; a server on this machine may want none. */
  readonly key?: ApiKey;
  /** Milliseconds that one question may take, with all its attempts and waits. */
  readonly timeoutMs: number;
  /** Milliseconds before the first sign of an answer after which it is given up. */
  readonly startMs: number;
  /** Milliseconds without a further sign of it after which it is given up. */
  readonly stallMs: number;
  /** Further attempts after one that may be made again. */
  readonly retries: number;
  /** Questions under way at once; whoever asks keeps to it. */
  readonly parallel: number;
  /** Bytes of one answer after which it is cut off. */
  readonly maxAnswerBytes: number;
  /** What may be spent. */
  readonly budget: BudgetLimits;
  /** What a token costs; undefined where that is not known. */
  readonly price?: KnownPrice;
}

/** Where settings come from. */
export interface SettingsSources {
  /** Values of flags. @default none */
  readonly flags?: GivenOptions;
  /** The environment. @default empty */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** A file of settings. @default none */
  readonly file?: SettingsFile;
}

/**
 * Puts together the settings of a model and checks them. Nothing is guessed: who answers and which model are said by the user.
 *
 * @throws {ModelFailure} of kind `not configured`, whose message says what to do.
 */
export function modelSettings(
  { flags = {}, env = {}, file }: SettingsSources,
): ModelSettings {
  const { options, prices } = file
    ? parseSettingsFile(file)
    : { options: {}, prices: {} };
  const given = new GivenValues(flags, env, options, file);
  const provider = readProvider(given, env);
  const model = given.text("model")?.value ??
    fail(
      `No model is named for ${provider}: give --model, AUTOCODER_MODEL or "model" in autocoder.yaml, such as ${
        EXAMPLES[provider].model
      }`,
    );
  const address = given.text("baseUrl") ?? defaultBaseUrl(provider);
  const key = readKey(provider, env, address);
  const baseUrl = checkBaseUrl(address, key);
  if (key === undefined && !baseUrl.isLocal) throw noKey(provider, baseUrl);
  const price = priceOf(model, prices);
  const budgetText = given.text("budget")?.value;
  const budget = budgetText === undefined ? {} : parseBudget(budgetText);
  const isOwnPrice = price?.basis === "own";
  if (budget.money !== undefined && isOwnPrice && !file?.isNamed) {
    fail(
      `Cannot keep to a budget of money by the price of "${model}" in ${
        file?.path ?? ""
      }: you did not name this file, which anybody may have put there; ` +
        "name it by --model-config, or give a budget of tokens",
    );
  }
  if (budget.money !== undefined && price === undefined) {
    fail(
      `Cannot keep to a budget of money: the price of "${model}" is not known; ` +
        `give it in a file that --model-config names, as "prices: { ${model}: { input: 1, output: 5 } }" (USD per million tokens), or a budget of tokens`,
    );
  }
  return {
    provider,
    model,
    baseUrl: baseUrl.href,
    ...(key === undefined ? {} : { key }),
    ...patience(given, baseUrl),
    retries: given.count("retries", 4, { from: 0, to: 20 }),
    parallel: given.count("parallel", 4, { from: 1, to: 64 }),
    maxAnswerBytes: given.count("maxAnswerBytes", 1_048_576, {
      from: 1_024,
      to: 67_108_864,
    }),
    budget,
    ...(price === undefined ? {} : { price }),
  };
}

/** A server on this machine may take minutes over a question before its first word, and nobody else waits for it. */
function patience(
  given: GivenValues,
  { isLocal }: BaseUrl,
): Pick<ModelSettings, "timeoutMs" | "startMs" | "stallMs"> {
  const timeoutMs = given.seconds("timeoutSeconds", 600);
  const stallMs = given.seconds("stallSeconds", 120);
  const isFree = isLocal && given.text("stallSeconds") === undefined;
  return { timeoutMs, startMs: isFree ? timeoutMs : stallMs, stallMs };
}

/**
 * Names the model that the settings choose, for which no key is needed; undefined where they choose none.
 *
 * @throws {ModelFailure} of kind `not configured` when they choose half of it.
 */
export function modelName(sources: SettingsSources): string | undefined {
  const { flags = {}, env = {}, file } = sources;
  const options = file ? parseSettingsFile(file).options : {};
  const given = new GivenValues(flags, env, options, file);
  const [provider, model] = [given.text("provider"), given.text("model")];
  if (!provider && !model) return undefined;
  if (provider && model) return `${readProvider(given, env)}/${model.value}`;
  const settings = modelSettings(sources);
  return `${settings.provider}/${settings.model}`;
}

function readProvider(
  given: GivenValues,
  env: Readonly<Record<string, string | undefined>>,
): ProviderName {
  const name = given.text("provider");
  if (name === undefined) {
    const found = KEY_VARIABLES.filter((variable) => env[variable]?.trim());
    return fail(
      "No language model is configured. Choose one by flags, by environment or in autocoder.yaml:\n" +
        Object.values(EXAMPLES).map(({ line }) => `  ${line}\n`).join("") +
        (found.length > 0
          ? `A key alone (${found.join(", ")} is set) chooses none.`
          : "Keys are read from the environment only."),
    );
  }
  if (name.value === "anthropic" || name.value === "openai-compatible") {
    return name.value;
  }
  return refuseValue("provider", name, '"anthropic" or "openai-compatible"');
}

/** A provider's own key goes only where the user says: a file that nobody named may choose a port that somebody else listens on. */
function readKey(
  provider: ProviderName,
  env: Readonly<Record<string, string | undefined>>,
  { isTrusted }: GivenText,
): ApiKey | undefined {
  const own = isTrusted ? [EXAMPLES[provider].variable] : [];
  const variable = ["AUTOCODER_API_KEY", ...own]
    .find((name) => env[name]?.trim());
  return variable && new ApiKey(env[variable] ?? "", variable) || undefined;
}

function defaultBaseUrl(provider: ProviderName): GivenText {
  if (provider === "anthropic") {
    return {
      value: "https://api.anthropic.com/v1",
      origin: "default",
      isTrusted: true,
    };
  }
  return fail(
    'An "openai-compatible" provider wants its address: give --base-url, AUTOCODER_BASE_URL or "baseUrl" in autocoder.yaml, ' +
      "such as http://127.0.0.1:11434/v1 or https://api.openai.com/v1",
  );
}

function noKey(provider: ProviderName, { href }: BaseUrl): ModelFailure {
  const { variable } = EXAMPLES[provider];
  return new ModelFailure(
    "not configured",
    `No key for "${href}": set ${variable} in the environment, or AUTOCODER_API_KEY (any word where that server wants none)`,
  );
}

function fail(message: string): never {
  throw new ModelFailure("not configured", message);
}

const EXAMPLES = {
  anthropic: {
    model: "claude-sonnet-4-5",
    variable: "ANTHROPIC_API_KEY",
    line:
      "Claude:        --provider anthropic --model claude-sonnet-4-5        with ANTHROPIC_API_KEY set",
  },
  "openai-compatible": {
    model: "qwen2.5-coder",
    variable: "OPENAI_API_KEY",
    line:
      "OpenAI's way:  --provider openai-compatible --base-url http://127.0.0.1:11434/v1 --model qwen2.5-coder",
  },
} as const;

const KEY_VARIABLES = [
  "ANTHROPIC_API_KEY",
  "AUTOCODER_API_KEY",
  "OPENAI_API_KEY",
];
