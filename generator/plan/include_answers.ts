/**
 * What must come of a read that includes others, by who asks: worked out without the code that is tested.
 *
 * @module
 */
import type { IncludeModel } from "../model/includes.ts";
import type { EntityModel, SystemModel } from "../model/system_model.ts";
import {
  joined,
  type Safe,
  safe,
  tsLiteral,
  tsObject,
} from "../../templates/safe_text.ts";
import { type Actor, actorsOf } from "./access_actors.ts";
import { belongsTwice } from "./include_samples.ts";

type Ts = Safe<"ts">;

/** Renders what must come of it: for each who asks in a system with users, else for anybody. */
export function includeAnswers(
  include: IncludeModel,
  entity: EntityModel,
  system: SystemModel,
): Ts {
  if (!system.users) {
    return tsObject({ least: tsLiteral(countOf(include)) });
  }
  const rows = actorsOf(system).map((actor): Ts => {
    const least = leastFor(include, actor);
    const refusal = (read: "get" | "list") =>
      entity.operations.includes(read)
        ? refusalOf(read, actor, entity) ??
          refusalOf(operationFor(include), actor, include.other)
        : undefined;
    const answer = tsObject({
      get: literal(refusal("get")),
      list: literal(refusal("list")),
      least: literal(least === 0 ? undefined : least),
    });
    return safe`${tsLiteral(actor.title)}: ${answer}`;
  });
  return safe`{ ${joined(rows, safe`, `)} }`;
}

/** Tells whether somebody sees the whole list of an entity, and may include something in it. */
export function seesAll(
  include: IncludeModel,
  entity: EntityModel,
  actor: Actor | undefined,
): boolean {
  if (actor === undefined) return true;
  const isShared = entity.access === undefined ||
    isGiven("list", actor, entity) && !entity.access.visible ||
    actor.kind === "owner" && entity.access.assignsOwner &&
      refusalOf("list", actor, entity) === undefined;
  return isShared && refusalOf("list", actor, entity) === undefined &&
    refusalOf(operationFor(include), actor, include.other) === undefined;
}

/** How many there are at least for whoever asks, if they may read the entity itself. */
function leastFor(include: IncludeModel, actor: Actor): number {
  const { kind, relation, other } = include;
  const { access } = other;
  const operation = operationFor(include);
  if (access === undefined) return countOf(include);
  if (isGiven(operation, actor, other)) {
    if (!access.visible) return countOf(include);
    return kind === "one" ? 0 : 1;
  }
  const owns = kind !== "one" && actor.kind === "owner" &&
    access.owner !== undefined && access.owner !== "id" &&
    access.owner !== relation.field;
  return owns && refusalOf(operation, actor, other) === undefined ? 1 : 0;
}

/** How many are made. */
function countOf(include: IncludeModel): number {
  return belongsTwice(include) ? 2 : 1;
}

function operationFor({ kind }: IncludeModel): "get" | "list" {
  return kind === "one" ? "get" : "list";
}

/** Tells whether somebody may read all that there is, whosever it is. */
function isGiven(
  operation: "get" | "list",
  { kind, role }: Actor,
  { access }: EntityModel,
): boolean {
  const rule = access?.rules[operation] ?? [];
  if (kind === "anonymous") {
    return rule.includes("everyone") && access?.tenant === undefined;
  }
  return rule.some((word) =>
    word === "everyone" || word === "users" || word === role
  );
}

/** The status of a read that the rules refuse whatever is read. */
function refusalOf(
  operation: "get" | "list",
  actor: Actor,
  entity: EntityModel,
): 401 | 403 | undefined {
  const { access } = entity;
  if (access === undefined || isGiven(operation, actor, entity)) {
    return undefined;
  }
  if (actor.kind === "anonymous") return 401;
  return (access.rules[operation] ?? []).includes("owner") ? undefined : 403;
}

function literal(value: number | undefined): Ts | undefined {
  return value === undefined ? undefined : tsLiteral(value);
}
