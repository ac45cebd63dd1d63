/**
 * `autocoder validate`: the diagnostics of a blueprint.
 *
 * @module
 */
import { renderDiagnostics } from "../generator/blueprint/render_diagnostics.ts";
import { counted } from "../validation/counted.ts";
import type { Console } from "./console.ts";
import { EXIT, type ExitCode } from "./exit_code.ts";
import { prepareInput } from "./read_input.ts";

/** Options of the command. */
export interface ValidateCommandOptions {
  /** The blueprint's path, or `-` for stdin. */
  readonly blueprint: string;
  /** Prints one JSON object instead. */
  readonly json?: boolean;
}

/** Runs the command. */
export async function validateCommand(
  options: ValidateCommandOptions,
  console: Console,
): Promise<ExitCode> {
  const { model, diagnostics, source } = await prepareInput({
    blueprint: options.blueprint,
  });
  if (options.json) {
    const report = {
      schema: "autocoder/validate/v1",
      ok: model !== undefined,
      diagnostics,
    };
    console.out(JSON.stringify(report, null, 2) + "\n");
  } else {
    if (diagnostics.length > 0) {
      console.err(
        renderDiagnostics(diagnostics, source.text, source.name).trimEnd() +
          "\n\n",
      );
    }
    console.out(
      summary(diagnostics.map(({ severity }) => severity), source.name),
    );
  }
  return model ? EXIT.done : EXIT.findings;
}

function summary(severities: readonly string[], file: string): string {
  const count = (wanted: string, noun: string) => {
    const found = severities.filter((severity) => severity === wanted).length;
    return counted(found, noun);
  };
  const counts = [
    count("error", "error"),
    count("warning", "warning"),
    count("assumed", "assumption"),
  ];
  return `${file}: ${counts.join(", ")}\n`;
}
