/**
 * Tells how a request or blueprint was understood, on stderr.
 *
 * @module
 */
import { renderDiagnostics } from "../generator/blueprint/render_diagnostics.ts";
import { hasErrors, type PreparedSystem } from "../generator/prepare.ts";
import type { Console } from "./console.ts";

/** Prints the understanding and the diagnostics; returns whether generation can go on. */
export async function tellPreparation(
  prepared: PreparedSystem,
  console: Console,
): Promise<boolean> {
  const { understanding, diagnostics, source } = prepared;
  if (understanding) {
    const { renderPlanReport } = await import(
      "../generator/planner/plan_report.ts"
    );
    console.err(renderPlanReport(understanding).trimEnd() + "\n");
  }
  // The report of a request tells its own findings and assumptions.
  const told = new Set(understanding?.diagnostics);
  const shown = understanding
    ? diagnostics.filter((diagnostic) =>
      !told.has(diagnostic) && diagnostic.severity === "error"
    )
    : diagnostics;
  if (shown.length > 0) {
    console.err(
      renderDiagnostics(shown, source.text, source.name).trimEnd() + "\n",
    );
  }
  return prepared.model !== undefined && !hasErrors(diagnostics);
}
