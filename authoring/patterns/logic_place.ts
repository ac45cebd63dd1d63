/**
 * Finds the place of a pattern's logic in the part of a blueprint that belongs to it.
 *
 * @module
 */

import { kindOf } from "./pattern.ts";

/** A part of a blueprint. */
export type BlueprintPart = Readonly<Record<string, unknown>>;

/**
 * Gives the part with logic, such as `{ run: … }` or `{ behavior: … }`, at the path of a unit; endpoints and actions have it
 * among their other settings. Undefined where the blueprint lacks what the logic belongs to.
 */
export function withLogic(
  blueprint: BlueprintPart,
  unit: string,
  logic: BlueprintPart,
): BlueprintPart | undefined {
  return changed(
    blueprint,
    unit.split("."),
    (found) => isAmong(unit) ? { ...withoutCode(found), ...logic } : logic,
    !isAmong(unit),
  );
}

/** Gives the part without any logic at the path of a unit; undefined where the blueprint lacks what it belongs to. */
export function withoutLogic(
  blueprint: BlueprintPart,
  unit: string,
): BlueprintPart | undefined {
  return changed(
    blueprint,
    unit.split("."),
    (found) => isAmong(unit) ? withoutCode(found) : undefined,
    !isAmong(unit),
  );
}

/** Tells whether the logic of a unit stands among other settings, and not by itself. */
function isAmong(unit: string): boolean {
  return ["endpoint", "action"].includes(kindOf(unit) ?? "");
}

/** Logic by itself may be missing, and all hooks; of everything else the owner of the logic has to be there. */
function changed(
  part: BlueprintPart,
  [step = "", ...rest]: readonly string[],
  change: (found: BlueprintPart) => BlueprintPart | undefined,
  isAlone: boolean,
): BlueprintPart | undefined {
  const { [step]: _, ...others } = part;
  const found = part[step]; // what every object inherits is a function, and no mapping
  const isLast = rest.length === 0;
  const mayLack = step === "hooks" || isLast && isAlone && LOGIC.test(step);
  if (!isPart(found) && !mayLack) return undefined;
  const own = isPart(found) ? found : {};
  const inner = isLast ? change(own) : changed(own, rest, change, isAlone);
  if (inner === undefined) return isLast ? others : undefined;
  const isEmpty = step === "hooks" && Object.keys(inner).length === 0;
  return isEmpty ? others : { ...part, [step]: inner };
}

function withoutCode(part: BlueprintPart): BlueprintPart {
  const { run: _run, file: _file, behavior: _behavior, ...rest } = part;
  return rest;
}

/** Tells whether a value is a mapping, as YAML and JSON have them. */
export function isPart(value: unknown): value is BlueprintPart {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const LOGIC = /^(?:computed|guard|(?:before|after)(?:Create|Update|Delete))$/;
