/**
 * The SDKs of the providers, loaded when the first model is opened.
 *
 * @module
 */
import type { LanguageModel as SdkModel } from "ai";
import type { Concessions } from "./concession.ts";
import type { ModelSettings } from "./model_settings.ts";

/** Makes the SDK's model for one attempt. */
export type SdkModelMaker = (
  fetch: typeof globalThis.fetch,
  concessions: Concessions,
) => SdkModel;

/** What an attempt needs of the SDK. */
export interface ProviderSdk {
  /** The SDK's core. */
  readonly core: typeof import("ai");
  /** Makes its model. */
  readonly model: SdkModelMaker;
}

/** Loads the SDK of a provider. Address and key are always given, so that it looks for none in the environment. */
export async function loadProviderSdk(
  settings: ModelSettings,
): Promise<ProviderSdk> {
  const core = await import("ai");
  globalThis.AI_SDK_LOG_WARNINGS = false; // else it prints them
  const model = settings.provider === "anthropic"
    ? await anthropicModel(settings)
    : await openaiModel(settings);
  return { core, model };
}

async function anthropicModel(
  { model, baseUrl, key }: ModelSettings,
): Promise<SdkModelMaker> {
  const { createAnthropic } = await import("@ai-sdk/anthropic");
  const apiKey = key?.reveal() ?? NO_KEY;
  return (fetch) => createAnthropic({ baseURL: baseUrl, apiKey, fetch })(model);
}

async function openaiModel(
  { model, baseUrl, key }: ModelSettings,
): Promise<SdkModelMaker> {
  const { createOpenAICompatible } = await import("@ai-sdk/openai-compatible");
  const apiKey = key?.reveal();
  return (fetch, concessions) =>
    createOpenAICompatible({
      name: "openai-compatible",
      baseURL: baseUrl,
      ...(apiKey === undefined ? {} : { apiKey }),
      fetch,
      includeUsage: !concessions.has("no usage in the stream"),
      supportsStructuredOutputs: true,
      transformRequestBody: (body) => conceded(body, concessions),
    })(model);
}

type Body = Readonly<Record<string, unknown>>;

function conceded(body: Body, concessions: Concessions): Body {
  const limited = concessions.has("max_completion_tokens")
    ? renamedLimit(body)
    : body;
  return concessions.has("a schema by another name")
    ? renamedSchema(limited)
    : limited;
}

/** Newer models of OpenAI want another name for the limit of an answer. */
function renamedLimit({ max_tokens, ...body }: Body): Body {
  return { ...body, max_completion_tokens: max_tokens };
}

/** Servers that knew schemas before OpenAI did have them beside the type that it had then. */
function renamedSchema({ response_format: format, ...body }: Body): Body {
  const { schema } = Object(Object(format).json_schema);
  return schema === undefined
    ? { ...body, ...format === undefined ? {} : { response_format: format } }
    : { ...body, response_format: { type: "json_object", schema } };
}

/** Servers on this machine want no key; Anthropic's SDK wants one. */
const NO_KEY = "none";
