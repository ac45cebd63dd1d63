/**
 * The list that checks add their findings to; it knows where each path stands in the text.
 *
 * @module
 */
import type {
  Diagnostic,
  ListAddition,
  Severity,
  SourcePosition,
} from "../diagnostic.ts";
import { codePlace } from "./code_place.ts";

/** Where a path's key and value stand in the text. */
export interface SourcePlace {
  /** Its key, when it has one. */
  readonly key?: SourcePosition;
  /** Its value. */
  readonly value?: SourcePosition;
  /** Where the first character of a literal block (`|`) stands. */
  readonly block?: SourcePosition;
  /** The value as it is written, with its quotes, where it is a text on one line. */
  readonly flow?: string;
}

/** Where the paths of a blueprint, such as `entities.task.plural`, stand in the text. */
export type SourcePositions = ReadonlyMap<string, SourcePlace>;

/** What a finding may say beside its message. */
export interface FindingOptions {
  /** What to do about it. */
  readonly hint?: string;
  /** What was meant instead of what stands there; the hint is made of it, where there is one. */
  readonly meant?: string | undefined;
  /** What a list lacks, where exactly one thing fits. */
  readonly add?: ListAddition;
  /** The key that a mapping lacks. */
  readonly lacks?: string;
  /** Points at the path's key instead of its value. @default "value" */
  readonly at?: "key" | "value";
  /** Points at a part of the value, which is this text. */
  readonly within?: TextPart;
  /** Points at a place of the code that the value is. */
  readonly code?: SourcePosition;
  /** A place that is no path's. */
  readonly position?: SourcePosition;
}

/** A part of a text. */
export interface TextPart {
  /** The whole text. */
  readonly text: string;
  /** Where the part begins. */
  readonly start: number;
  /** How many characters it has. */
  readonly length: number;
}

/** Collects diagnostics, in the order in which they are found. */
export class DiagnosticList {
  readonly #positions: SourcePositions;
  readonly #items: Diagnostic[] = [];
  #failed = false;

  /** Starts an empty list over the places of a text, if there is one. */
  constructor(positions: SourcePositions = new Map()) {
    this.#positions = positions;
  }

  /** What has been found so far. */
  get items(): readonly Diagnostic[] {
    return this.#items;
  }

  /** Tells whether an error is among them. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Tells whether an error was found at a path or below it. */
  hasErrorAt(path: string): boolean {
    return this.#items.some((item) =>
      item.severity === "error" && item.path?.startsWith(path) &&
      /^($|[.[])/.test(item.path.slice(path.length))
    );
  }

  /** Adds an error: generation must not go on. */
  error(
    code: string,
    path: string,
    message: string,
    options: FindingOptions = {},
  ): void {
    this.#add("error", code, path, message, options);
  }

  /** Adds a warning. */
  warn(
    code: string,
    path: string,
    message: string,
    options: FindingOptions = {},
  ): void {
    this.#add("warning", code, path, message, options);
  }

  /** Adds what was decided without being asked for. */
  assume(
    code: string,
    path: string,
    message: string,
    options: FindingOptions = {},
  ): void {
    this.#add("assumed", code, path, message, options);
  }

  #add(
    severity: Severity,
    code: string,
    path: string,
    message: string,
    options: FindingOptions,
  ): void {
    if (severity === "error") this.#failed = true;
    if (this.#items.length >= MAX_ITEMS) return;
    if (this.#items.length === MAX_ITEMS - 1) {
      this.#items.push({
        code: "AC113",
        severity: "error",
        message: `Stopped telling: found more than ${MAX_ITEMS} things`,
        hint: "mend these first",
      });
      return;
    }
    const place = options.position ??
      (options.code && codePlace(this.#positions.get(path), options.code)) ??
      placeOf(path, options.at ?? "value", this.#positions);
    const position = place && options.within
      ? partOf(place, options.within)
      : place;
    const isTold = this.#items.some((item) =>
      item.code === code && item.path === (path === "" ? undefined : path) &&
      item.message === message && item.position?.line === position?.line &&
      item.position?.column === position?.column
    );
    if (isTold) return; // what is looked at twice is told once
    const { meant } = options;
    const hint = meant === undefined ? options.hint : `write "${meant}"`;
    // What stands there can be replaced only where it is known exactly.
    const isExact = options.position !== undefined ||
      this.#positions.has(path) && (!options.within || position !== place);
    this.#items.push({
      code,
      severity,
      message,
      ...(path === "" ? {} : { path }),
      ...(position ? { position } : {}),
      ...(hint ? { hint } : {}),
      ...(meant !== undefined && position?.length && isExact
        ? { fix: meant }
        : {}),
      ...(options.add ? { add: options.add } : {}),
      ...(options.lacks === undefined ? {} : { lacks: options.lacks }),
    });
  }
}

/** Finds where a path stands; a path that is not written stands where the nearest one around it does. */
function placeOf(
  path: string,
  at: "key" | "value",
  positions: SourcePositions,
): SourcePosition | undefined {
  const place = positions.get(path);
  if (place) {
    return at === "key" ? place.key ?? place.value : place.value ?? place.key;
  }
  const cut = Math.max(path.lastIndexOf("."), path.lastIndexOf("["));
  return cut <= 0 ? undefined : placeOf(path.slice(0, cut), "key", positions);
}

/** Finds a part of a text that stands on one line, bare or in quotes; else all of it. */
function partOf(
  place: SourcePosition,
  { text, start, length }: TextPart,
): SourcePosition {
  const quote = ((place.length ?? 1) - text.length) / 2;
  return quote === 0 || quote === 1
    ? { line: place.line, column: place.column + quote + start, length }
    : place;
}

const MAX_ITEMS = 200;
