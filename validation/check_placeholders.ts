/**
 * Looks for what a template or an author left unfinished.
 *
 * @module
 */
import type { SystemFile } from "./check_files.ts";
import { counted } from "./counted.ts";
import type { CheckOutcome, FindingDraft, Subject } from "./tier.ts";

/** Scans generated files; what the blueprint itself says is data, not a placeholder. */
export function checkPlaceholders(
  files: readonly SystemFile[],
  subject: Subject,
): CheckOutcome {
  // That a file is missing is another check's matter.
  const scanned = files.filter(({ ownership, path, text }) =>
    ownership === "generated" && path !== "blueprint.yaml" &&
    text !== undefined
  );
  const findings = scanned.flatMap((file) =>
    placeholdersIn(file, subject.blueprintText ?? "")
  );
  return { findings, note: counted(scanned.length, "file") };
}

function placeholdersIn(file: SystemFile, blueprint: string): FindingDraft[] {
  const { path, text = "" } = file;
  if (path.endsWith(".ts") && text.trim() === "") {
    return [finding(path, "found an empty file")];
  }
  const patterns = path.endsWith(".ts")
    ? [...IN_ANY_FILE, ...IN_CODE]
    : IN_ANY_FILE;
  return text.split("\n").flatMap((line, index) => {
    const found = patterns.map((pattern) => pattern.exec(line)?.[1])
      .find((match) => match !== undefined && !blueprint.includes(match));
    return found === undefined
      ? []
      : [finding(`${path}:${index + 1}`, `found "${found}"`)];
  });
}

function finding(place: string, cause: string): FindingDraft {
  return {
    code: "V104",
    place,
    cause: `${cause}, wanted finished text`,
    nextStep: "this is a defect of the generator: report it with the blueprint",
  };
}

const IN_ANY_FILE: readonly RegExp[] = [
  /(<%|%>)/,
  /(\[object Object\])/,
  /(?:\/\/|\*|#|<!--)\s*((?:TODO|FIXME|XXX)\s*[:(])/,
];

const IN_CODE: readonly RegExp[] = [
  /\/\/\s*((?:TODO|FIXME|XXX)\b)/,
  /\b(NotImplemented(?:Error|Exception)?)\b/,
  /Error\(\s*["'`]((?:not (?:yet )?implemented|unimplemented))/i,
  /\/\/\s*((?:your (?:code|logic)|implement me|implementation goes)\b)/i,
];
