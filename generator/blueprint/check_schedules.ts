/**
 * Schedules: is there what they are about, and what they do, and does each know when?
 *
 * @module
 */
import { sameName } from "./access_rules.ts";
import type { Blueprint, EntityBlueprint } from "./blueprint.ts";
import { checkState } from "./check_state_rules.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import { nearName } from "./near_name.ts";

/** Checks the schedules of a blueprint. */
export function checkSchedules(
  blueprint: Blueprint,
  diagnostics: DiagnosticList,
): void {
  const { schedule = {}, entities = {}, components = {} } = blueprint;
  for (
    const [name, { every, at, entity: of, ...rest }] of Object.entries(schedule)
  ) {
    const path = `schedule.${name}`;
    if ((every === undefined) === (at === undefined)) {
      const found = every === undefined ? "neither" : "both";
      diagnostics.error(
        "AC652",
        path,
        `Cannot tell when "${name}" is done: found ${found} of "every" and "at", wanted one`,
        { at: "key", hint: 'write every: 1h, or at: "03:00" (UTC)' },
      );
    }
    if (of === undefined) continue; // told by the reader
    const entity = Object.hasOwn(entities, of) ? entities[of] : undefined;
    if (entity === undefined) {
      const near = nearName(of, Object.keys(entities));
      diagnostics.error(
        "AC653",
        `${path}.entity`,
        `Cannot do anything to "${of}": found no such entity`,
        near === undefined ? {} : { hint: `write "${near}"` },
      );
      continue;
    }
    if (rest.do !== undefined) {
      checkDeed(
        rest.do,
        { path: `${path}.do`, entity: of },
        entity,
        diagnostics,
      );
    }
    if (rest.where) {
      const place = { entity, name: of, at: `${path}.where` };
      checkState(rest.where, place, diagnostics);
    }
    checkTimes(
      rest.before ?? {},
      { path: `${path}.before`, entity: of },
      entity,
      diagnostics,
    );
    if (rest.where || Object.keys(rest.before ?? {}).length > 0) continue;
    diagnostics.error(
      "AC655",
      path,
      `Cannot do "${rest.do}" to every ${of}: found no condition`,
      {
        at: "key",
        hint: "add where: { … } or before: { updatedAt: $now-30d }",
      },
    );
  }
  if (
    Object.keys(schedule).length === 0 || !Object.hasOwn(components, SCHEDULER)
  ) {
    return;
  }
  diagnostics.error(
    "AC657",
    `components.${SCHEDULER}`,
    `Cannot name a component "${SCHEDULER}": found that the one that keeps schedules has this name`,
    { at: "key", hint: "give it another name" },
  );
}

interface Place {
  readonly path: string;
  /** The entity's name. */
  readonly entity: string;
}

function checkDeed(
  deed: string,
  { path, entity: of }: Place,
  { actions = {} }: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  const known = [...Object.keys(actions), DELETE];
  if (known.some((one) => sameName(one, deed))) return;
  const near = nearName(deed, known);
  diagnostics.error(
    "AC654",
    path,
    `Cannot do "${deed}": found no such action of "${of}"`,
    {
      hint: near === undefined
        ? `they are ${known.join(", ")}`
        : `write "${near}"`,
    },
  );
}

function checkTimes(
  before: Readonly<Record<string, string>>,
  { path, entity: of }: Place,
  { fields }: EntityBlueprint,
  diagnostics: DiagnosticList,
): void {
  for (const key of Object.keys(before)) {
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    const isTime = SERVER_TIMES.includes(key) ||
      (field !== undefined && ["date", "datetime"].includes(field.type));
    if (isTime && !field?.writeOnly) continue;
    const times = [
      ...Object.keys(fields).filter((name) =>
        ["date", "datetime"].includes(fields[name]?.type ?? "")
      ),
      ...SERVER_TIMES,
    ];
    const near = nearName(key, times);
    diagnostics.error(
      "AC656",
      `${path}.${key}`,
      `Cannot compare "${key}" of "${of}" with the time: found ${
        field === undefined
          ? "no such field"
          : "none of the type date or datetime"
      }`,
      {
        at: "key",
        hint: near === undefined
          ? `they are ${times.join(", ")}`
          : `write "${near}"`,
      },
    );
  }
}

/** What is done to an entity that is no action of its own. */
export const DELETE = "delete";

/** The component that keeps schedules. */
export const SCHEDULER = "scheduler";

const SERVER_TIMES: readonly string[] = ["createdAt", "updatedAt"];
