/**
 * What the store says against a command, as the client hears it.
 *
 * @module
 */
import {
  type Entity,
  type EntitySpec,
  type NoOverlapSpec,
  valueOf,
} from "./entity_spec.ts";
import { conflict, invalid, notFound, type Problem } from "./problem.ts";
import type { StoreResult } from "./store_command.ts";

/** Makes the problem of what stands against a command; throws when nothing does. */
export function refusalOf<T extends Entity>(
  result: StoreResult<T>,
  { label, fields, noOverlap }: EntitySpec,
): Problem {
  switch (result.kind) {
    case "missing":
      return notFound(label);
    case "duplicate":
      return duplicateProblem(label, result.fields ?? [result.field]);
    case "overlap":
      return overlapProblem(label, noOverlap?.[result.rule]);
    case "unadjusted":
      return conflict(adjustmentDetail(result));
    case "unready":
      return conflict(unreadyDetail(result));
    case "dangling": {
      const entity = fields[result.field]?.references?.entity ?? "entity";
      const message = `refers to no existing ${entity.replaceAll("_", " ")}`;
      return invalid([{ path: result.field, message }]);
    }
    case "cycle": {
      const message = `would make the ${label} lead to itself`;
      return invalid([{ path: result.field, message }]);
    }
    case "referenced": {
      const by = result.by.replaceAll("_", " ");
      return conflict(
        `Cannot delete this ${label}: at least one ${by} still refers to it.`,
      );
    }
    case "repeated":
      return conflict("The same request has just been carried out.");
    default:
      throw new Error(`Cannot use the store's answer "${result.kind}" here`);
  }
}

function adjustmentDetail(
  { label, field, reason, bound }: StoreResult<never> & {
    readonly kind: "unadjusted";
  },
): string {
  switch (reason) {
    case "missing":
      return `The ${label} does not exist any more.`;
    case "empty":
      return `The ${field} of the ${label} is not set.`;
    case "low":
      return `The ${field} of the ${label} would be less than ${bound}.`;
    case "high":
      return `The ${field} of the ${label} would be more than ${bound}.`;
  }
}

/** Says what an entity would have to be. */
export function unreadyDetail(
  { label, field, values }: Omit<
    StoreResult<never> & { readonly kind: "unready" },
    "kind"
  >,
): string {
  const wanted = values.map((value) =>
    value === null ? "not set" : JSON.stringify(value)
  ).join(" or ");
  return `Cannot do this unless the ${field} of the ${label} is ${wanted}.`;
}

function overlapProblem(
  label: string,
  { from, until, within = [] }: NoOverlapSpec = { from: "", until: "" },
): Problem {
  const same = within.length === 0
    ? ""
    : ` of the same ${within.join(" and ")}`;
  return conflict(
    `${from} to ${until} overlaps with another ${label}${same}.`,
    [from, until].map((path) => ({
      path,
      message: `overlaps with another ${label}`,
    })),
  );
}

function duplicateProblem(label: string, fields: readonly string[]): Problem {
  const detail = `Another ${label} has the same ${fields.join(" and ")}.`;
  return conflict(
    detail,
    fields.map((path) => {
      const others = fields.filter((field) => field !== path).join(" and ");
      const together = others === "" ? "" : ` together with ${others}`;
      return { path, message: `is already taken${together}` };
    }),
  );
}

/** A reference that was not changed and yet dangles was cleared after the entity was read. */
export function isOvertaken<T extends Entity>(
  result: StoreResult<T>,
  current: T,
  next: T,
): boolean {
  return result.kind === "stale" ||
    result.kind === "dangling" &&
      valueOf(current, result.field) === valueOf(next, result.field);
}
