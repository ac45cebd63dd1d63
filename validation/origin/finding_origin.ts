/**
 * Leads a finding back to its cause: the line of the blueprint, the template, or the edit that made what is wrong.
 *
 * @module
 */
import { join } from "node:path";
import { sha256 } from "../../generator/output/manifest.ts";
import {
  copiedFrom,
  type FileOrigin,
  fileOrigins,
} from "../../generator/plan/file_origins.ts";
import { readIfThere } from "../read_subject.ts";
import type { FindingOrigin } from "../report.ts";
import type { FindingDraft, Subject } from "../tier.ts";
import { BlueprintPlaces } from "./blueprint_places.ts";
import { placeIn, type TextPlace } from "./text_place.ts";

/** Leads the findings of one system back to their causes. */
export interface OriginFinder {
  /** Finds the cause of a finding; undefined where nothing tells. */
  originOf(finding: FindingDraft): Promise<FindingOrigin | undefined>;
}

/** Looks for the causes of findings in a system; its files are planned anew with the first finding. */
export function originFinder(subject: Subject): OriginFinder {
  const { model, blueprintText } = subject;
  let known: Promise<Known> | undefined;
  const start = async (): Promise<Known> => {
    if (!model || blueprintText === undefined) return { files: new Map() };
    const vendored =
      subject.manifest?.files.some(({ path }) => path === "harness/mod.ts") ??
        true;
    const files = await fileOrigins(model, blueprintText, {
      harness: vendored ? "vendored" : "jsr",
    });
    return { files, places: new BlueprintPlaces(blueprintText, model) };
  };
  return {
    originOf: async (finding) =>
      await new Trail(subject, await (known ??= start())).follow(finding),
  };
}

interface Known {
  readonly files: ReadonlyMap<string, FileOrigin>;
  readonly places?: BlueprintPlaces;
}

class Trail {
  readonly #subject: Subject;
  readonly #known: Known;

  constructor(subject: Subject, known: Known) {
    this.#subject = subject;
    this.#known = known;
  }

  async follow(finding: FindingDraft): Promise<FindingOrigin | undefined> {
    const { written, generated } = placeIn(finding.place);
    const { own, copied } = this.#framesOf(finding);
    const at = own ?? generated;
    const frame = own ?? copied;
    const file = at && this.#known.files.get(at.path);
    const tested = file?.ofTests ? this.#testedBy(file) : [];
    const related = (finding.related ?? [])
      .flatMap((place) => placeIn(place).generated ?? []);
    const edited = await this.#edited([
      ...(at ? [at.path] : []),
      ...related.map(({ path }) => path),
      ...(generated ? [generated.path] : []),
      ...(copied ? [copied.path] : []),
      ...tested.map(({ path }) => path),
    ]);
    const blueprint = written
      ? { file: BLUEPRINT, line: written.line, column: written.column }
      : await this.#blueprintPlace(finding, at);
    const templates = [
      ...edited.map((path) => this.#templateOf(path)),
      ...tested.map(({ path }) => this.#templateOf(path)),
      ...(at ? [this.#templateOf(at.path)] : []),
      ...(copied ? [this.#templateOf(copied.path)] : []),
      ...related.map(({ path }) => this.#templateOf(path)),
    ].filter((template) => template !== undefined);
    const [template, ...others] = new Set(templates);
    const origin: FindingOrigin = {
      ...(blueprint ? { blueprint } : {}),
      ...(template === undefined ? {} : { template }),
      ...(others.length === 0 ? {} : { otherTemplates: others }),
      ...(frame ? { generated: textOf(frame) } : {}),
      ...(edited.length === 0 ? {} : { edited }),
    };
    return Object.keys(origin).length === 0 ? undefined : origin;
  }

  /**
   * The innermost places of the program in which it failed: in what was made for this system, and in what is copied into
   * every one. What serves tests only says that it failed, not why.
   */
  #framesOf({ frames = [] }: FindingDraft): {
    readonly own: TextPlace | undefined;
    readonly copied: TextPlace | undefined;
  } {
    const places = frames.flatMap((frame) => placeIn(frame).generated ?? []);
    const find = (isCopied: boolean) =>
      places.find(({ path }) => {
        const file = this.#known.files.get(path);
        return file?.ofTests === false &&
          (file.type === "verbatim") === isCopied;
      });
    return { own: find(false), copied: find(true) };
  }

  /** What a test is about: the components it builds on, else those that are made for the same. */
  #testedBy(test: FileOrigin): FileOrigin[] {
    const { files } = this.#known;
    const direct = test.dependsOn.map((path) => files.get(path))
      .filter((file) => file !== undefined)
      .filter(({ path, ofTests }) => !ofTests && path !== "main.ts");
    if (direct.length > 0) return direct;
    return [...files.values()].filter(({ type, about }) =>
      type === "component" && about !== undefined && about === test.about
    );
  }

  async #blueprintPlace(
    finding: FindingDraft,
    at: TextPlace | undefined,
  ): Promise<FindingOrigin["blueprint"]> {
    const { places, files } = this.#known;
    const file = at && files.get(at.path);
    if (!places || file?.type === "verbatim") return undefined;
    const about = this.#toldBy(finding, places) ??
      await this.#narrowed(finding, file, at, places) ??
      (at && !file ? undefined : "system");
    if (about === undefined) return undefined;
    const { line, column, path } = places.positionOf(about);
    return { file: BLUEPRINT, line, column, path };
  }

  /** What the finding itself names: an operation, a requirement, what that became. */
  #toldBy(
    { place, cause }: FindingDraft,
    places: BlueprintPlaces,
  ): string | undefined {
    for (const text of [place, cause]) {
      const [, method = "", path] = OPERATION.exec(text) ?? [];
      const found = path && places.ofOperation(method, path);
      if (found) return found;
    }
    const test = /^"(R\d+) ([\w.]+):/.exec(cause);
    const requirement = test?.[1] ??
      /^tests\/acceptance_test\.ts: (R\d+)$/.exec(place)?.[1];
    return places.referred(test?.[2] ?? "") ??
      (requirement && `requirements[${Number(requirement.slice(1)) - 1}]`);
  }

  /** What the line is about: the part of its subject that it names, of a file about all the nearest subject above. */
  async #narrowed(
    { cause }: FindingDraft,
    file: FileOrigin | undefined,
    at: TextPlace | undefined,
    places: BlueprintPlaces,
  ): Promise<string | undefined> {
    const text = at === undefined
      ? undefined
      : await readIfThere(join(this.#subject.dir, at.path));
    const lines = text?.split("\n").slice(0, at?.line ?? 0) ?? [];
    const line = at?.line === undefined ? "" : lines.at(-1) ?? "";
    const told = [quotedWords(cause), wordsIn(line), [testName(cause)]].map((
      words,
    ) => words.flatMap(wordsIn));
    const word = wordAt(line, at?.column);
    const about = file?.about ??
      told.map((words) => places.subjectIn(words)).find(Boolean) ??
      lines.map((one) => places.subjectIn(wordsIn(one))).findLast(Boolean);
    if (about === undefined) return undefined;
    return [word === undefined ? [] : [word], ...told]
      .map((words) => places.memberIn(about, words)).find(Boolean) ?? about;
  }

  #templateOf(path: string): string | undefined {
    return this.#known.files.get(path)?.template ??
      (/^(?:kit|harness)\//.test(path) ? copiedFrom(path) : undefined);
  }

  async #edited(paths: readonly string[]): Promise<string[]> {
    const { dir, manifest } = this.#subject;
    const edited: string[] = [];
    for (const path of new Set(paths)) {
      const entry = manifest?.files.find((file) => file.path === path);
      if (!entry || entry.ownership === "yours") continue;
      const text = await readIfThere(join(dir, path));
      if (text === undefined || await sha256(text) !== entry.sha256) {
        edited.push(path);
      }
    }
    return edited;
  }
}

function textOf({ path, line, column }: TextPlace): string {
  return [path, line, column].filter((part) => part !== undefined).join(":");
}

function wordsIn(text: string): string[] {
  return text.match(/[A-Za-z][\w-]*/g) ?? [];
}

/** What tools quote is what their finding is about. */
function quotedWords(cause: string): string[] {
  return testName(cause) === ""
    ? [...cause.matchAll(/['"`]([A-Za-z][\w-]*)['"`]/g)]
      .map(([, word = ""]) => word)
    : [];
}

/** A failed test is told with its name in front. */
function testName(cause: string): string {
  return /^"([^"]*)": /.exec(cause)?.[1] ?? "";
}

function wordAt(line: string, column: number | undefined): string | undefined {
  if (column === undefined) return undefined;
  return [...line.matchAll(/[A-Za-z]\w*/g)].find(({ 0: word, index }) =>
    index <= column - 1 && column - 1 < index + word.length
  )?.[0];
}

const BLUEPRINT = "blueprint.yaml";
const OPERATION = /(?:^|")(GET|HEAD|POST|PUT|PATCH|DELETE) (\/[^\s?"]*)/;
