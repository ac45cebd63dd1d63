/**
 * Holds repaired logic to what logic of a model's may do: nothing that was not there before, and is refused by the scan.
 *
 * @module
 */
import { parseBlueprint } from "../generator/blueprint/parse.ts";
import { expand } from "../generator/model/expand.ts";
import { logicSources } from "../generator/output/logic_source.ts";
import type { Edit } from "../validation/healing/healer.ts";
import { scanModule } from "../generator/confine/scan_module.ts";
import type { ScanFinding } from "../generator/confine/scan_rules.ts";

/**
 * Says what repaired files do that they may not; undefined when nothing. What a file did before is its owner's and may stay, and
 * so may the imports that it had.
 */
export async function confinementFault(
  edits: readonly Edit[],
  files: readonly { readonly path: string; readonly text: string }[],
): Promise<string | undefined> {
  for (const { path, text } of edits) {
    const before = files.find((file) => file.path === path)?.text ?? "";
    const fault = path === BLUEPRINT
      ? await inBlueprint(text, before)
      : await inModule(path, text, before);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

/** Code of a blueprint is looked at as the module that it becomes. */
async function inBlueprint(
  text: string,
  before: string,
): Promise<string | undefined> {
  const [old, young] = [modulesOf(before), modulesOf(text)];
  if (typeof young === "string") return `${BLUEPRINT}: ${young}`;
  const known = typeof old === "string" ? undefined : old;
  for (const [path, module] of young) {
    const fault = await inModule(path, module, known?.get(path) ?? "");
    if (fault !== undefined) return `${BLUEPRINT}, in what becomes ${fault}`;
  }
  return undefined;
}

/** The files of logic that a blueprint makes, or why it makes none. */
function modulesOf(text: string): ReadonlyMap<string, string> | string {
  const { blueprint, positions, diagnostics } = parseBlueprint(text);
  const expanded = blueprint && expand(blueprint, { positions });
  if (expanded?.model) {
    const sources = logicSources(expanded.model);
    return new Map(sources.map(({ path, text }) => [path, text]));
  }
  const error = [...diagnostics, ...expanded?.diagnostics ?? []]
    .find(({ severity }) => severity === "error");
  return error ? `${error.code} ${error.message}` : "found no blueprint";
}

async function inModule(
  path: string,
  text: string,
  before: string,
): Promise<string | undefined> {
  const rules = { imports: importsIn(before) };
  const known = new Set(
    (await scanModule(before, rules)).map(keyOf),
  );
  const [finding] = (await scanModule(text, rules))
    .filter((one) => !known.has(keyOf(one)));
  return finding && `${path}: found ${finding.found}: ${finding.why}`;
}

/** One name may be used in a way that was there, and in another that was not. */
function keyOf({ found, why }: ScanFinding): string {
  return `${found} ${why}`;
}

function importsIn(text: string): readonly string[] {
  return [...text.matchAll(/^(?:import|export)\b[^;]*?["']([^"']+)["']/gm)].map(
    (
      [, specifier = ""],
    ) => specifier,
  );
}

const BLUEPRINT = "blueprint.yaml";
