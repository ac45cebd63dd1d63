/**
 * Asks a scripted server one question through the SDK, and tells everything that happened.
 *
 * @module
 */
import type {
  AskOptions,
  ModelReply,
  ModelRequest,
} from "../language_model.ts";
import type { GivenOptions } from "../providers/model_option.ts";
import { modelSettings } from "../providers/model_settings.ts";
import { openModel } from "../providers/open_model.ts";
import { wait } from "../providers/wait.ts";
import type { RecordedRequest, Script } from "./script.ts";
import { startScriptedServer } from "./scripted_server.ts";
import type { ProtocolName } from "./wire_protocol.ts";

/** What is special about a question. */
export interface ScriptedQuestion {
  /** Flags beyond provider, model and address. */
  readonly flags?: GivenOptions;
  /** The key. @default {@link SCRIPTED_KEY} */
  readonly key?: string;
  /** What is asked otherwise than usual. */
  readonly request?: Partial<ModelRequest>;
  /** Options of the question. */
  readonly ask?: AskOptions;
  /** Whether waits before retries are really waited. @default false */
  readonly waits?: boolean;
}

/** Everything that happened. */
export interface ScriptedExchange {
  /** The answer, if one came. */
  readonly reply: ModelReply | undefined;
  /** What was thrown instead. */
  readonly failure: unknown;
  /** What the server got. */
  readonly requests: readonly RecordedRequest[];
  /** Pieces of the answer, as they came. */
  readonly pieces: readonly string[];
  /** Retries that were told of: why, and after how many milliseconds. */
  readonly retries: readonly (readonly [string, number])[];
}

/** Asks, and waits until the server is done with it. */
export async function askScripted(
  provider: ProtocolName,
  script: Script,
  { flags, key = SCRIPTED_KEY, request, ask = {}, waits = false }:
    ScriptedQuestion = {},
): Promise<ScriptedExchange> {
  await using server = startScriptedServer(script);
  const settings = modelSettings({
    flags: {
      provider,
      model: "claude-sonnet-4-5",
      baseUrl: server.url,
      ...flags,
    },
    env: { AUTOCODER_API_KEY: key },
  });
  const model = await openModel(
    settings,
    waits ? {} : { wait: (_, signal) => wait(0, signal) },
  );
  const pieces: string[] = [];
  const retries: [string, number][] = [];
  let reply: ModelReply | undefined;
  let failure: unknown;
  try {
    reply = await model.ask({
      system: "Answer briefly.",
      turns: [{ role: "user", text: "How are you?" }],
      maxOutputTokens: 500,
      ...request,
    }, {
      ...ask,
      onText: (piece) => {
        pieces.push(piece);
        ask.onText?.(piece);
      },
      onRetry: (reason, waitMs) => {
        retries.push([reason, waitMs]);
        ask.onRetry?.(reason, waitMs);
      },
    });
  } catch (error) {
    failure = error;
  }
  await server.settled();
  return { reply, failure, requests: server.requests, pieces, retries };
}

/** The key that questions carry. */
export const SCRIPTED_KEY = "sk-scripted-0123456789";
