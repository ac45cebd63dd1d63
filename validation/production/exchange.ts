/**
 * A kind of request with what is a right answer to it.
 *
 * @module
 */
import { isDeepStrictEqual } from "node:util";
import type { EntityModel } from "../../generator/model/system_model.ts";
import type { ProbeResponse } from "../http_probe.ts";
import type { LiveRecord } from "../live_creations.ts";
import type { WireRequest } from "./wire_connection.ts";

/** A kind of request that can be made again and again. */
export interface Exchange {
  /** Such as `POST /tasks`. */
  readonly name: string;
  /** Whether it changes something. */
  readonly writes: boolean;
  /** What it adds one of. */
  readonly creates?: EntityModel;
  /** How many of it there can be. */
  readonly most: number;
  /** Makes the n-th request. */
  request(n: number): WireRequest;
  /** Says what is wrong with the answer to the n-th; undefined when it is right. */
  judge(answer: ProbeResponse, n: number): string | undefined;
  /** Tells where and as what a creation can be read back. */
  record?(answer: ProbeResponse): LiveRecord | undefined;
}

/**
 * Compares a value with two that were seen before it: what was the same in both has to be the same again, and where
 * they are objects, there have to be the same members. Says where it is not; undefined when it fits.
 */
export function misfitOf(
  found: unknown,
  [first, second]: readonly [unknown, unknown],
  place = "the body",
): string | undefined {
  if (isDeepStrictEqual(first, second)) {
    return isDeepStrictEqual(found, first)
      ? undefined
      : `${place} is ${shown(found)}, wanted ${shown(first)}`;
  }
  if (Array.isArray(first)) {
    return Array.isArray(found) ? undefined : `${place} is not a list`;
  }
  if (!isRecord(first) || !isRecord(second)) return undefined;
  if (!isRecord(found)) return `${place} is not an object`;
  const names = new Set([...Object.keys(first), ...Object.keys(second)]);
  const strange = Object.keys(found).find((name) => !names.has(name));
  if (strange !== undefined) return `${place} has "${strange}"`;
  for (const name of names) {
    const isThere = Object.hasOwn(found, name);
    if (!isThere && Object.hasOwn(first, name) && Object.hasOwn(second, name)) {
      return `${place} has no "${name}"`;
    }
    const misfit = isThere
      ? misfitOf(found[name], [first[name], second[name]], `"${name}"`)
      : undefined;
    if (misfit !== undefined) return misfit;
  }
  return undefined;
}

/** Says whether a value is an object with members. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Shows a value in a finding. */
export function shown(value: unknown): string {
  return (JSON.stringify(value) ?? "nothing").slice(0, 120);
}
