/**
 * Reads which settings a system has, and of what kind each is, from its config/system_config.ts.
 *
 * @module
 */
import { join } from "node:path";

/** One setting. */
export interface ReadSetting {
  /** The name of its variable. */
  readonly name: string;
  /** The function that reads it, such as `integer`. */
  readonly kind: string;
  /** What stands between its brackets. */
  readonly options: string;
}

/** Lists the settings of the system in a folder; those of which the source cannot be read are missing. */
export async function readSettings(
  dir: string,
): Promise<readonly ReadSetting[]> {
  const source = await Deno.readTextFile(
    join(dir, "config", "system_config.ts"),
  ).catch(() => "");
  return [...source.matchAll(SETTING)].map((
    [, name = "", kind = "", options = ""],
  ) => ({ name, kind, options }));
}

/** Gives a number such as `min: 1` of a setting's options. */
export function numberIn(
  { options }: ReadSetting,
  name: "min" | "max",
): number | undefined {
  const found = new RegExp(`\\b${name}: (-?\\d+)`).exec(options)?.[1];
  return found === undefined ? undefined : Number(found);
}

/** The hosts that a setting allows. */
export function hostsIn({ options }: ReadSetting): readonly string[] {
  return [...options.matchAll(/"([^"]+)"/g)].map(([, host = ""]) => host);
}

const SETTING = /^ {4}([A-Z][A-Z0-9_]*): (\w+)(?:<\w+>)?\(([^]*?)\),$/gm;
