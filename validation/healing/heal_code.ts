/**
 * Heals the user's code by its syntax tree: only what the compiler, the linter or the formatter says by itself.
 *
 * @module
 */
import { posix } from "node:path";
import { loadFormatter } from "../../generator/output/format_text.ts";
import { placeIn } from "../origin/text_place.ts";
import type { Finding } from "../report.ts";
import { type CodeEdit, type KnownExports, repairOf } from "./code_repairs.ts";
import { type CodeRegion, isUsersCode, regionOf } from "./code_region.ts";
import type { Healer, Proposal, SickSystem } from "./healer.ts";
import { codesOf } from "./regenerate_unit.ts";

/**
 * Repairs code in the blueprint, in files of the user's own and in generated files that somebody has changed: near names
 * that the compiler suggests, promises that are not awaited, names that one module alone exports, imports that nothing
 * uses, and the format.
 */
export const HEAL_CODE: Healer = {
  name: "heal_code",
  tiers: [2],
  propose: async (findings, system) => {
    const found = new Map<string, FileRepairs>();
    for (const finding of findings) {
      const region = await regionOf(finding, system);
      if (!region) continue;
      const repair = await repairOf(
        finding.cause,
        region,
        await exportsFor(region, system),
      );
      const edits = repair?.edits.flatMap((edit) => inFile(edit, region) ?? []);
      if (!repair || edits?.length !== repair.edits.length) continue;
      const { path, file } = region;
      const known = found.get(path) ?? { file, parts: [] };
      found.set(path, known);
      known.parts.push({ finding, edits, reason: repair.reason });
    }
    const proposals: Proposal[] = [];
    for (const [path, repairs] of found) {
      proposals.push(await proposalOf(path, repairs));
    }
    return [...proposals, ...await formatted(findings, system, found)];
  },
};

/** The repairs of one file. */
interface FileRepairs {
  readonly file: string;
  readonly parts: {
    readonly finding: Finding;
    readonly edits: readonly CodeEdit[];
    readonly reason: string;
  }[];
}

function inFile(edit: CodeEdit, region: CodeRegion): CodeEdit | undefined {
  const [start, end] = [region.toFile(edit.start), region.toFile(edit.end)];
  const text = region.toText(edit.text);
  return start === undefined || end === undefined || text === undefined
    ? undefined
    : { start, end, text };
}

async function proposalOf(
  path: string,
  { file, parts }: FileRepairs,
): Promise<Proposal> {
  const edits: CodeEdit[] = [];
  const done: FileRepairs["parts"] = [];
  for (const part of parts) {
    // Two opinions on one place: the first one holds, and the next round sees what is left.
    const isFree = part.edits.every((edit) =>
      edits.every(({ start, end }) => edit.end <= start || end <= edit.start) &&
      !edits.some((other) =>
        other.start === edit.start && other.text === edit.text
      )
    );
    if (!isFree) continue;
    edits.push(...part.edits);
    done.push(part);
  }
  const text = edits.toSorted((a, b) => b.start - a.start).reduce(
    (text, edit) =>
      text.slice(0, edit.start) + edit.text + text.slice(edit.end),
    file,
  );
  return {
    codes: codesOf(done.map(({ finding }) => finding)),
    reason: `${path}: ${
      [...new Set(done.map(({ reason }) => reason))].join("; ")
    }`,
    edits: [{
      path,
      text: path.endsWith(".ts") ? await tidy(path, text) : text,
    }],
  };
}

/** Formats files of which nothing else is repaired. */
async function formatted(
  findings: readonly Finding[],
  system: SickSystem,
  others: ReadonlyMap<string, unknown>,
): Promise<Proposal[]> {
  const proposals: Proposal[] = [];
  for (const finding of findings) {
    const path = placeIn(finding.place).generated?.path ?? "";
    if (finding.code !== "V203" || others.has(path)) continue;
    if (!await isUsersCode(path, system)) continue;
    const file = await system.read(path);
    const text = file === undefined ? undefined : await tidy(path, file);
    if (text === undefined || text === file) continue;
    const reason = `${path}: formats it`;
    proposals.push({ codes: ["V203"], reason, edits: [{ path, text }] });
  }
  return proposals;
}

/** A text that does not parse stays as it is. */
async function tidy(path: string, text: string): Promise<string> {
  const formatter = await loadFormatter();
  try {
    return formatter.format(path, text);
  } catch {
    return text;
  }
}

/** What a module of the user's may import: the models, the kit and the client; more where the file is a generated one. */
async function exportsFor(
  { path, output, isModule }: CodeRegion,
  system: SickSystem,
): Promise<KnownExports> {
  const isGenerated = isModule &&
    system.entries.get(path)?.ownership === "generated";
  const modules = new Map<string, string>();
  for (const other of system.entries.keys()) {
    const isOpen = isGenerated
      ? other.endsWith(".ts") && !/^(?:harness|tests)\//.test(other)
      : /^(?:models|kit)\/\w+\.ts$|^client\/client\.ts$/.test(other);
    if (!isOpen || other === path) continue;
    modules.set(other, await system.read(other) ?? "");
  }
  return {
    of: (name) =>
      [...modules].flatMap(([module, text]) => {
        const kind = new RegExp(
          `^export (?:declare )?(?:abstract )?(async function|function|class|const|enum|interface|type) ${name}\\b`,
          "m",
        ).exec(text)?.[1];
        if (kind === undefined) return [];
        const relative = posix.relative(posix.dirname(output), module);
        return [{
          specifier: relative.startsWith(".") ? relative : `./${relative}`,
          isType: kind === "interface" || kind === "type",
        }];
      }),
  };
}
