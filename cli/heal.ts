/**
 * Mends the blueprint of a command, and shows what was mended.
 *
 * @module
 */
import { dirname } from "node:path";
import {
  type HealedSystem,
  renderHealing,
} from "../generator/heal_blueprint.ts";
import type { HealingRecord } from "../validation/report.ts";
import {
  hasErrors,
  prepareBlueprint,
  type PreparedSystem,
} from "../generator/prepare.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";

/** How a blueprint is to be mended. */
export interface HealOptions {
  /** The path of the blueprint; a request in plain words is not mended. */
  readonly blueprint?: string;
  /** The folder of a system that was generated before: what a model wrote for it holds, too. @default there is none */
  readonly earlier?: string | undefined;
  /** Whether it is mended: when somebody has said yes, or not at all. @default true, it is */
  readonly heal?: boolean | "ask";
  /** Whether nothing but JSON is told. */
  readonly json?: boolean;
}

/**
 * Mends a blueprint that is refused where that is wanted and can be done; the file stays as it is.
 *
 * @return Undefined when it was not mended
 * @throws {CommandFailure} when somebody is to be asked and there is no terminal.
 */
export async function heal(
  prepared: PreparedSystem,
  { blueprint, earlier, heal = true, json }: HealOptions,
  console: Console,
): Promise<HealedSystem | undefined> {
  const isMendable = blueprint !== undefined && heal !== false &&
    hasErrors(prepared.diagnostics);
  if (!isMendable) return undefined;
  const { source } = prepared;
  const { healBlueprint } = await import("../generator/heal_blueprint.ts");
  const healed = await healBlueprint(prepared, (text) =>
    prepareBlueprint(
      text,
      source.name,
      {
        ...(blueprint === "-" ? {} : { folder: dirname(blueprint) }),
        ...(earlier === undefined ? {} : { earlier }),
      },
    ));
  if (!healed) return undefined;
  const shown = renderHealing(
    source.text,
    healed.prepared.blueprintText,
    source.name,
  );
  if (!json || heal === "ask") console.err(`Mended:\n${shown}`);
  if (heal !== "ask") return healed;
  const answer = console.confirm("Generate from the mended blueprint?");
  if (answer === undefined) {
    throw new CommandFailure(
      "Cannot ask whether to mend the blueprint: found no terminal, wanted one, or --heal or --no-heal",
      EXIT.couldNotRun,
    );
  }
  return answer ? healed : undefined;
}

/** What was mended in a blueprint, for the report of its system. */
export function blueprintHealing(
  { source }: PreparedSystem,
  { prepared, healings }: HealedSystem,
): HealingRecord {
  return {
    round: 0,
    healer: "heal_blueprint",
    codes: [...new Set(healings.map(({ code }) => code))].sort(),
    reason: healings.map(({ found, written }) =>
      found === "" ? `adds ${written}` : `${written} for ${found}`
    ).join(", "),
    files: ["blueprint.yaml"],
    diff: renderHealing(source.text, prepared.blueprintText, source.name),
    kept: true,
  };
}
