/**
 * Makes a pattern of a behaviour that a model has written and that passed every check.
 *
 * @module
 */
import { parse } from "yaml";
import { slugOf } from "../../generator/authored/behavior_unit.ts";
import type { Blueprint } from "../../generator/blueprint/blueprint.ts";
import { writeBlueprint } from "../../generator/blueprint/write_blueprint.ts";
import { nameForms, pluralOf } from "../../generator/model/names.ts";
import { type BlueprintPart, isPart, withoutLogic } from "./logic_place.ts";
import type { Pattern } from "./pattern.ts";

/** A behaviour and what was written for it. */
export interface VerifiedBehavior {
  /** The path of the behaviour in its blueprint. */
  readonly id: string;
  /** What it does. */
  readonly behavior: string;
  /** The function's head, without its body. */
  readonly signature: string;
  /** The statements of the function. */
  readonly body: string;
  /** The module that tests it. */
  readonly test: string;
}

/**
 * Makes the pattern, with the part of the blueprint that the behaviour is about: its entity, or its endpoint and the entities
 * that it asks for. It is named after the system and its path in it.
 */
export function patternOf(
  { id, behavior, signature, body, test }: VerifiedBehavior,
  blueprint: Blueprint,
): Pattern {
  const part = partOf(id, body, blueprint);
  return {
    name: `${blueprint.system}_${slugOf(id)}`.slice(0, MAX_NAME),
    unit: id,
    behavior,
    blueprint: withoutLogic(part, id) ?? part,
    signature,
    body,
    test,
  };
}

/** Takes the part as the language writes it, which is not always how it is read. */
function partOf(id: string, body: string, blueprint: Blueprint): BlueprintPart {
  const whole: unknown = parse(writeBlueprint(blueprint));
  const only = (section: string, names: readonly string[]) => {
    const found = isPart(whole) ? whole[section] : undefined;
    const entries = Object.entries(isPart(found) ? found : {})
      .filter(([name]) => names.includes(name));
    return entries.length === 0
      ? {}
      : { [section]: Object.fromEntries(entries) };
  };
  const [section = "", owner = ""] = id.split(".");
  if (section === "entities") return only(section, [owner]);
  const asked = Object.keys(blueprint.entities ?? {}).filter((name) => {
    const { camel } = nameForms(pluralOf(name));
    return new RegExp(`\\b${camel}\\b`).test(body);
  });
  return { ...only("entities", asked), ...only(section, [owner]) };
}

const MAX_NAME = 80;
