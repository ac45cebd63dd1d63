/**
 * Holds what a model wrote in place of a file of the plan to what the rendered one does.
 *
 * @module
 */
import { scanModule } from "../confine/scan_module.ts";
import type { ScanFinding } from "../confine/scan_rules.ts";
import { importsOf } from "../output/module_outline.ts";
import type { AnswerFault } from "./scan_behavior.ts";
import { scanDocument } from "./scan_document.ts";
import { scanMigration } from "./scan_migration.ts";

/** Finds what a file may not hold, beside a text that the generator has rendered for it; nothing of it is executed. */
export async function scanFile(
  path: string,
  text: string,
  rendered: string,
): Promise<readonly AnswerFault[]> {
  if (path.endsWith(".ts")) return await inModule(path, text, rendered);
  return path.endsWith(".sql")
    ? scanMigration(path, text, rendered)
    : scanDocument(path, text, rendered);
}

async function inModule(
  path: string,
  text: string,
  rendered: string,
): Promise<readonly AnswerFault[]> {
  const imports = importsOf(rendered).flatMap(({ specifier }) =>
    specifier ?? []
  );
  const known = new Set(
    (await scanModule(rendered, { imports })).map(exemptionOf),
  );
  const faults = (await scanModule(text, { imports }))
    .filter((finding) => !known.has(exemptionOf(finding)))
    .map(({ line, found, why }: ScanFinding): AnswerFault => ({
      place: `${path}:${line}`,
      cause: `found ${found}: ${why}`,
    }));
  const lost = exportedNames(rendered).filter((name) =>
    !exportedNames(text).includes(name)
  );
  return lost.length === 0 ? faults : [...faults, {
    place: path,
    cause: `found no export of ${lost.join(", ")}, wanted it`,
  }];
}

/** What may be done with a name in one way may not be in another. */
function exemptionOf({ found, why }: ScanFinding): string {
  return `${found}: ${why}`;
}

function exportedNames(text: string): readonly string[] {
  return [...text.matchAll(EXPORT)].map(([, name = ""]) => name);
}

const EXPORT =
  /^export (?:abstract )?(?:async )?(?:function|const|class|interface|type|enum) ([\w$]+)/gm;
