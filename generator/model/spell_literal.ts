import type { FieldType, Literal } from "../blueprint/blueprint.ts";
import { toDuration, toTime, toTimestamp } from "../../templates/kit/clock.ts";

/** Gives the one spelling in which generated systems keep a value: `09:30` gets seconds, a time is in UTC. */
export function spellLiteral<L extends Literal | undefined>(
  value: L,
  type: FieldType | undefined,
): L | string {
  if (typeof value !== "string" || value === "$now") return value;
  switch (type) {
    case "datetime":
      return toTimestamp(value) ?? value;
    case "time":
      return toTime(value) ?? value;
    case "duration":
      return toDuration(value) ?? value;
    case "uuid":
      return value.toLowerCase();
    default:
      return value;
  }
}
