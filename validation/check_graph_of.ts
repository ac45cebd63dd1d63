/**
 * Checks what the blueprint of a system decides: that it is valid, that its graph can run, that its parts are there.
 *
 * @module
 */
import type { Diagnostic } from "../generator/diagnostic.ts";
import { parseBlueprint } from "../generator/blueprint/parse.ts";
import { expand } from "../generator/model/expand.ts";
import { counted } from "./counted.ts";
import type { CheckOutcome, FindingDraft, Subject } from "./tier.ts";

/** Expands the blueprint again and compares its components with the files. */
export function checkGraphOf(subject: Subject): CheckOutcome {
  const { blueprintText, manifest } = subject;
  if (blueprintText === undefined) {
    return {
      findings: [{
        code: "V107",
        place: "blueprint.yaml",
        cause: "found no blueprint",
        nextStep: "generate the system again",
      }],
    };
  }
  const parsed = parseBlueprint(blueprintText);
  const expanded = parsed.blueprint &&
    expand(parsed.blueprint, { positions: parsed.positions });
  const diagnostics = [...parsed.diagnostics, ...expanded?.diagnostics ?? []];
  const findings = diagnostics.filter(({ severity }) => severity === "error")
    .map(asFinding);
  const components = expanded?.model?.components ?? [];
  const paths = new Set(manifest?.files.map((file) => file.path));
  for (const component of components) {
    const path = `components/${component.name}.ts`;
    if (!paths.has(path)) findings.push(missingComponent(path));
  }
  const channels = expanded?.model?.connections.length ?? 0;
  return {
    findings,
    note: `${counted(components.length, "component")}, ${
      counted(channels, "channel")
    }`,
  };
}

function asFinding(diagnostic: Diagnostic): FindingDraft {
  const { position, path, code, message, hint } = diagnostic;
  return {
    code: "V107",
    place: position
      ? `blueprint.yaml:${position.line}:${position.column}`
      : `blueprint.yaml: ${path ?? ""}`,
    cause: `${code} ${message}`,
    nextStep: hint ?? "correct the blueprint and generate the system again",
  };
}

function missingComponent(path: string): FindingDraft {
  return {
    code: "V108",
    place: path,
    cause: "found no such file in the manifest, wanted the component",
    nextStep: "generate the system again",
  };
}
