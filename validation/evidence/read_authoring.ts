/**
 * Reads what is kept of a language model's part in a system.
 *
 * The record of the generation stands outside of what is verified and may be anything: what it says is data.
 *
 * @module
 */
import { join } from "node:path";
import type { AnswerRecord } from "../../generator/authored/answer_record.ts";
import { GENERATION_RECORD_PATH } from "../../generator/output/generation_record.ts";
import type {
  AuthoringFigures,
  AuthoringPart,
  AuthoringTokens,
  PlannedPart,
  WrittenPart,
} from "../authoring_part.ts";
import { readIfThere } from "../read_subject.ts";

/** Reads the part of a model in the system in a folder; undefined where it had none. */
export async function readAuthoring(
  dir: string,
  answers: readonly AnswerRecord[] = [],
): Promise<AuthoringPart | undefined> {
  const text = await readIfThere(join(dir, GENERATION_RECORD_PATH));
  const kept = answers.map(({ unit, model, rounds, calls, tokens }) => ({
    unit,
    model,
    rounds,
    calls,
    tokens,
  }));
  const told = text === undefined ? {} : partsOf(text);
  return Object.keys(told).length === 0 && kept.length === 0
    ? undefined
    : { ...told, kept };
}

function partsOf(text: string): Omit<AuthoringPart, "kept"> {
  const record = parsed(text);
  if (!record) return { unread: "it is no JSON object" };
  const { authoring, plannedBy } = record;
  const written = authoring === undefined ? undefined : writtenOf(authoring);
  const planned = plannedBy === undefined ? undefined : plannedOf(plannedBy);
  const unknown = [
    ...(authoring !== undefined && !written ? ['"authoring"'] : []),
    ...(plannedBy !== undefined && !planned ? ['"plannedBy"'] : []),
  ];
  return {
    ...(planned ? { planned } : {}),
    ...(written ? { written } : {}),
    ...(unknown.length === 0
      ? {}
      : { unread: `its ${unknown.join(" and ")} has no known form` }),
  };
}

function writtenOf(value: unknown): WrittenPart | undefined {
  if (!isObject(value)) return undefined;
  const { model, price } = value;
  const waves = listOf(value.waves, figuresOf);
  const types = listOf(value.types, figuresOf);
  const total = figuresOf(value.total);
  const failed = listOf(
    value.failed,
    (one) =>
      isObject(one) && typeof one.unit === "string" &&
        typeof one.why === "string"
        ? { unit: one.unit, why: one.why }
        : undefined,
  );
  if (typeof model !== "string" || !waves || !types || !total || !failed) {
    return undefined;
  }
  return {
    model,
    ...(typeof price === "string" ? { price } : {}),
    waves,
    types,
    total,
    failed,
  };
}

function plannedOf(value: unknown): PlannedPart | undefined {
  if (!isObject(value)) return undefined;
  const { model } = value;
  const tokens = tokensOf(value.tokens);
  const figures = numbersOf(value, ["rounds", "calls", "ms"]);
  return typeof model === "string" && tokens && figures
    ? { model, ...figures, tokens }
    : undefined;
}

function figuresOf(value: unknown): AuthoringFigures | undefined {
  if (!isObject(value)) return undefined;
  const { name, cost } = value;
  const tokens = tokensOf(value.tokens);
  const figures = numbersOf(value, [
    "units",
    "failed",
    "files",
    "lines",
    "calls",
    "attempts",
    "rounds",
    "parallelMs",
  ]);
  return typeof name === "string" && tokens && figures &&
      (cost === null || isFigure(cost))
    ? { name, ...figures, tokens, cost }
    : undefined;
}

function tokensOf(value: unknown): AuthoringTokens | undefined {
  return isObject(value)
    ? numbersOf(value, ["input", "output", "cached"])
    : undefined;
}

function numbersOf<K extends string>(
  value: Readonly<Record<string, unknown>>,
  names: readonly K[],
): Record<K, number> | undefined {
  const figures: Partial<Record<K, number>> = {};
  for (const name of names) {
    const figure = value[name];
    if (!isFigure(figure)) return undefined;
    figures[name] = figure;
  }
  // Each name has its figure by now.
  return figures as Record<K, number>;
}

function listOf<T>(
  value: unknown,
  read: (one: unknown) => T | undefined,
): readonly T[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const all = value.map(read).filter((one) => one !== undefined);
  return all.length === value.length ? all : undefined;
}

function parsed(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isFigure(value: unknown): value is number {
  return typeof value === "number" && Number.isFinite(value) && value >= 0;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
