/**
 * The part of expansion about requests that are carried out once.
 *
 * @module
 */
import type { Blueprint } from "../blueprint/blueprint.ts";
import { durationText, secondsOf } from "../blueprint/duration_text.ts";
import type { SystemModel } from "./system_model.ts";

/** How requests with a key are treated, with everything decided. */
export interface IdempotencyModel {
  /** How long an answer is kept. */
  readonly keepSeconds: number;
  /** Whether a request without a key is refused. */
  readonly required: boolean;
}

/** Adds to a model how requests with a key are treated, where its blueprint says so. */
export function withIdempotency(
  model: SystemModel,
  { http }: Blueprint,
): SystemModel {
  const given = http?.idempotency;
  if (given === undefined) return model;
  const { keep = "24h", required = false } = given;
  return {
    ...model,
    idempotency: { keepSeconds: secondsOf(keep), required },
  };
}

/** Writes it as a blueprint does. */
export function writtenIdempotency(
  { idempotency }: SystemModel,
): Pick<NonNullable<Blueprint["http"]>, "idempotency"> {
  if (idempotency === undefined) return {};
  const { keepSeconds, required } = idempotency;
  return { idempotency: { keep: durationText(keepSeconds), required } };
}
