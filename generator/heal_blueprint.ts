/**
 * Mends plain slips of the pen in a blueprint: words of which the checks know what was meant, bindings that lack where
 * exactly one output fits, options that lack where exactly one value is possible.
 *
 * @module
 */
import { addKey } from "./add_key.ts";
import type { Diagnostic, SourcePosition } from "./diagnostic.ts";
import { hasErrors, type PreparedSystem } from "./prepare.ts";
import { parseBlueprint } from "./blueprint/parse.ts";
import { unifiedDiff } from "./unified_diff.ts";

/** One word that was put in place of another. */
export interface Healing {
  /** The code of the diagnostic that it answers. */
  readonly code: string;
  /** Where the word stood. */
  readonly position: SourcePosition;
  /** What stood there. */
  readonly found: string;
  /** What stands there now. */
  readonly written: string;
}

/** A blueprint that was mended. */
export interface HealedSystem {
  /** It, prepared anew as a whole. */
  readonly prepared: PreparedSystem;
  /** What was mended, in order. */
  readonly healings: readonly Healing[];
}

/**
 * Mends a blueprint that is refused, round by round, each followed by a whole check.
 *
 * It ends with the first round that leaves no error; what cannot be mended so far is not mended at all, as a blueprint
 * that is changed and still refused helps nobody. Two rounds without progress end it, too.
 *
 * @param prepare Checks a text as the blueprint was checked
 * @return Undefined when nothing was wrong, or it cannot be mended.
 */
export async function healBlueprint(
  prepared: PreparedSystem,
  prepare: (text: string) => Promise<PreparedSystem>,
): Promise<HealedSystem | undefined> {
  const healings: Healing[] = [];
  const keys = new Set<string>();
  let last = prepared;
  let idle = 0;
  while (hasErrors(last.diagnostics) && idle < MOST_IDLE) {
    let { text, made } = mendText(last.source.text, last.diagnostics);
    // What lacks is added once all words are right: until then it may be what is misspelt.
    if (made.length === 0) {
      const added = addItem(last.source.text, last.diagnostics) ??
        addOption(last.source.text, last.diagnostics, keys);
      if (!added) return undefined;
      text = added.text;
      made.push(added.made);
    }
    healings.push(...made);
    last = await prepare(text);
    // What comes to light below a key that was not known before is no step back; what was mended in vain is none ahead.
    const vain = made.every((one) =>
      errorsOf(last).some(({ code, position }) =>
        code === one.code && position?.line === one.position.line
      )
    );
    idle = vain ? idle + 1 : 0;
  }
  return healings.length > 0 && last.model
    ? { prepared: last, healings }
    : undefined;
}

/** Shows what was mended, as `diff -u` does. */
export function renderHealing(
  before: string,
  after: string,
  fileName: string,
): string {
  return unifiedDiff({ path: fileName.replace(/^\/+/, ""), before, after });
}

function errorsOf({ diagnostics }: PreparedSystem): Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === "error");
}

/** Puts in what was meant, from the last place to the first, so that places stay what they are. */
function mendText(
  text: string,
  diagnostics: readonly Diagnostic[],
): { text: string; made: Healing[] } {
  const lines = text.split("\n");
  const made: Healing[] = [];
  const fixable = diagnostics.filter(({ severity, fix, position }) =>
    severity === "error" && fix !== undefined && position?.length
  ).toSorted((one, other) => comparePlaces(other.position, one.position));
  let next: SourcePosition | undefined;
  for (const { code, position, fix = "" } of fixable) {
    if (!position?.length) continue;
    const { line, column, length } = position;
    // Two opinions on one word: the first one holds, and the next round sees what is left.
    const overlaps = next?.line === line && column + length > next.column;
    const found = (lines[line - 1] ?? "").slice(
      column - 1,
      column - 1 + length,
    );
    const isPlain = found.length === length && WORD.test(found) &&
      WORD.test(fix);
    if (overlaps || !isPlain) continue;
    const quote = /^["']/.exec(found)?.[0] ?? "";
    const written = quote + fix + quote;
    const whole = lines[line - 1] ?? "";
    lines[line - 1] = whole.slice(0, column - 1) + written +
      whole.slice(column - 1 + length);
    made.unshift({ code, position, found, written });
    next = position;
  }
  return { text: lines.join("\n"), made };
}

/** Adds what the first list lacks, before its first item. */
function addItem(
  text: string,
  diagnostics: readonly Diagnostic[],
): { readonly text: string; readonly made: Healing } | undefined {
  const { positions } = parseBlueprint(text);
  for (const { code, severity, add } of diagnostics) {
    if (severity !== "error" || !add) continue;
    const position = positions.get(add.path)?.value;
    const lines = text.split("\n");
    const line = lines[(position?.line ?? 0) - 1];
    if (!position || line === undefined) continue;
    const { column } = position;
    const rest = line.slice(column - 1);
    const made = { code, position, found: "", written: add.item };
    if (rest.startsWith("[")) {
      const isLast = /^\[\s*\]/.test(rest);
      const written = `[${add.item}${isLast ? "" : ", "}`;
      const whole = line.slice(0, column - 1) + written + rest.slice(1);
      return { text: lines.with(position.line - 1, whole).join("\n"), made };
    }
    if (!rest.startsWith("- ")) continue;
    const indent = line.slice(0, column - 1);
    // Behind a key on the same line there is no room for a line.
    if (indent.trim() !== "") continue;
    return {
      text: lines.toSpliced(position.line - 1, 0, `${indent}- ${add.item}`)
        .join("\n"),
      made,
    };
  }
}

/** Adds what the first mapping lacks, where only one value is possible; no key twice, which would go on forever. */
function addOption(
  text: string,
  diagnostics: readonly Diagnostic[],
  keys: Set<string>,
): { readonly text: string; readonly made: Healing } | undefined {
  const { positions } = parseBlueprint(text);
  for (const { code, severity, addKey: addition } of diagnostics) {
    if (severity !== "error" || !addition) continue;
    const path = `${addition.path}.${addition.key}`;
    if (keys.has(path)) continue;
    keys.add(path);
    const added = addKey(text, addition, positions);
    if (!added) continue;
    const written = `${addition.key}: ${addition.value}`;
    const { position } = added;
    return { text: added.text, made: { code, position, found: "", written } };
  }
}

function comparePlaces(
  one: SourcePosition | undefined,
  other: SourcePosition | undefined,
): number {
  return (one?.line ?? 0) - (other?.line ?? 0) ||
    (one?.column ?? 0) - (other?.column ?? 0);
}

/** Rounds without progress that end it. */
const MOST_IDLE = 2;

/** A name, in quotes or bare: nothing that could be more than one value in YAML. */
const WORD = /^(["']?)-?[\w.-]+\1$/;
