/**
 * A file of settings for a model: `autocoder.yaml` in the working directory, or one that the user names.
 *
 * @module
 */
import { join } from "node:path";
import { isMap, isScalar, LineCounter, parseDocument } from "yaml";
import { nearName } from "../../generator/blueprint/near_name.ts";
import { ModelFailure } from "../language_model.ts";
import type { Price, Prices } from "../prices.ts";
import { MODEL_OPTIONS, type ModelOptionName } from "./model_option.ts";

/** A file as it was read. */
export interface SettingsFile {
  /** Its path, as messages show it. */
  readonly path: string;
  /** Its text. */
  readonly text: string;
  /** Whether the user named it; else it only lay in the working directory, where anybody may have put it. */
  readonly isNamed: boolean;
}

/** What a file says. */
export interface FileSettings {
  /** Settings by name, not yet checked. */
  readonly options: Readonly<
    Partial<Record<ModelOptionName, string | number>>
  >;
  /** The user's own prices. */
  readonly prices: Prices;
}

/**
 * Reads the file that the user names, or `autocoder.yaml` in a folder where there is one.
 *
 * @throws {ModelFailure} when it cannot be read.
 */
export async function readSettingsFile(
  { folder, named }: {
    /** The working directory. */
    readonly folder: string;
    /** The file that the user names. @default none */
    readonly named?: string;
  },
): Promise<SettingsFile | undefined> {
  const path = named ?? join(folder, DEFAULT_NAME);
  try {
    const text = await Deno.readTextFile(path);
    return { path, text, isNamed: named !== undefined };
  } catch (error) {
    if (named === undefined && error instanceof Deno.errors.NotFound) {
      return undefined;
    }
    const why = error instanceof Deno.errors.NotFound
      ? "there is no such file"
      : error instanceof Error
      ? error.message
      : String(error);
    throw new ModelFailure(
      "not configured",
      `Cannot read the model's settings "${path}": ${why}`,
      { cause: error },
    );
  }
}

/**
 * Reads the text of a file of settings.
 *
 * @throws {ModelFailure} when it is no YAML, holds a key, or says what is not known; no value is repeated in its message.
 */
export function parseSettingsFile({ path, text }: SettingsFile): FileSettings {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const refuse = (offset: number, why: string): never => {
    const { line, col } = lines.linePos(offset);
    throw new ModelFailure(
      "not configured",
      `Cannot read the model's settings ${path}:${line}:${col}: ${why}`,
    );
  };
  const [fault] = document.errors;
  if (fault) {
    refuse(fault.pos[0], fault.code.toLowerCase().replaceAll("_", " "));
  }
  const root = document.contents;
  if (root === null) return { options: {}, prices: {} };
  if (!isMap(root)) return refuse(0, "wanted names with values, one a line");

  const options: Partial<Record<ModelOptionName, string | number>> = {};
  let prices: Prices = {};
  for (const { key, value } of root.items) {
    const at = isScalar(key) ? key.range?.[0] ?? 0 : 0;
    const name = isScalar(key) ? String(key.value) : "";
    if (name === "prices") {
      prices = readPrices(document.toJS().prices, (why) => refuse(at, why));
    } else if (isOptionName(name)) {
      const given = isScalar(value) ? value.value : undefined;
      if (typeof given !== "string" && typeof given !== "number") {
        return refuse(at, `"${name}" has no value, wanted a text or a number`);
      }
      options[name] = given;
    } else if (SECRET_NAME.test(name)) {
      refuse(
        at,
        `"${name}" looks like a key, and keys stand in no file: found one here, wanted it in the environment ` +
          "as ANTHROPIC_API_KEY, AUTOCODER_API_KEY or OPENAI_API_KEY",
      );
    } else {
      const near = nearName(name, [...Object.keys(MODEL_OPTIONS), "prices"]);
      refuse(
        at,
        near
          ? `there is no setting "${name}", did you mean "${near}"?`
          : `there is no setting "${name}", wanted ${
            [...Object.keys(MODEL_OPTIONS), "prices"].join(", ")
          }`,
      );
    }
  }
  return { options, prices };
}

function readPrices(value: unknown, refuse: (why: string) => never): Prices {
  if (!isRecord(value)) return refuse('"prices" wants models with prices');
  const prices: Record<string, Price> = {};
  for (const [model, price] of Object.entries(value)) {
    if (!isRecord(price)) return refuse(`"${model}" wants input and output`);
    const unknown = Object.keys(price).find((name) => !PRICE_PARTS.has(name));
    if (unknown) {
      return refuse(
        `the price of "${model}" has no "${unknown}", wanted ${
          [...PRICE_PARTS].join(", ")
        }`,
      );
    }
    const wrong = Object.entries(price).find(([, sum]) => !isPrice(sum));
    const { input, output, ...rest } = price;
    if (wrong || !isPrice(input) || !isPrice(output)) {
      return refuse(
        `the price of "${model}" wants ${
          wrong?.[0] ?? "input and output"
        } in USD per million tokens`,
      );
    }
    prices[model] = { input, output, ...rest };
  }
  return prices;
}

function isPrice(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOptionName(name: string): name is ModelOptionName {
  return Object.hasOwn(MODEL_OPTIONS, name);
}

const PRICE_PARTS = new Set(["input", "output", "cached", "stored"]);
const DEFAULT_NAME = "autocoder.yaml";
const SECRET_NAME = /key|token|secret|password|passwd|credential|auth/i;
