/**
 * Finds the place of a pattern's logic in the part of a blueprint that belongs to it.
 *
 * @module
 */

/** A part of a blueprint. */
export type BlueprintPart = Readonly<Record<string, unknown>>;

/**
 * Gives the part with logic, such as `{ run: … }` or `{ behavior: … }`, at the path of a unit; an endpoint has it among its
 * other settings. Undefined where the blueprint lacks what the logic belongs to.
 */
export function withLogic(
  blueprint: BlueprintPart,
  unit: string,
  logic: BlueprintPart,
): BlueprintPart | undefined {
  return changed(
    blueprint,
    unit.split("."),
    (found) =>
      unit.startsWith("endpoints.")
        ? found && { ...withoutCode(found), ...logic }
        : logic,
  );
}

/** Gives the part without any logic at the path of a unit. */
export function withoutLogic(
  blueprint: BlueprintPart,
  unit: string,
): BlueprintPart | undefined {
  return changed(
    blueprint,
    unit.split("."),
    (found) =>
      unit.startsWith("endpoints.") ? found && withoutCode(found) : undefined,
  );
}

type Change = (found: BlueprintPart | undefined) => BlueprintPart | undefined;

/** Hooks may be missing as a whole; of everything else the owner of the logic has to be there. */
function changed(
  part: BlueprintPart,
  [step = "", ...rest]: readonly string[],
  change: Change,
): BlueprintPart | undefined {
  const found = Object.hasOwn(part, step) ? part[step] : undefined;
  if (rest.length === 0) {
    const value = change(isPart(found) ? found : undefined);
    const { [step]: _, ...others } = part;
    return value === undefined ? others : { ...others, [step]: value };
  }
  if (found !== undefined && found !== null && !isPart(found)) return undefined;
  if (!isPart(found) && step !== "hooks") return undefined;
  const inner = changed(isPart(found) ? found : {}, rest, change);
  if (inner === undefined) return undefined;
  if (step === "hooks" && Object.keys(inner).length === 0) {
    const { [step]: _, ...others } = part;
    return others;
  }
  return { ...part, [step]: inner };
}

function withoutCode(part: BlueprintPart): BlueprintPart {
  const { run: _run, file: _file, behavior: _behavior, ...rest } = part;
  return rest;
}

/** Tells whether a value is a mapping, as YAML and JSON have them. */
export function isPart(value: unknown): value is BlueprintPart {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
