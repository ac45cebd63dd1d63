/**
 * The plan: which files a system has and how each comes about, before any is rendered.
 *
 * @module
 */
import type { TemplatePath, TemplateViews } from "../../templates/mod.ts";

/** Which of the two phases a unit belongs to; an attribute, not an order. */
export type Phase = "scaffold" | "component";

/** The kinds of output file, for the report. */
export type FileType =
  | "main"
  | "client"
  | "component"
  | "model"
  | "schema"
  | "resource"
  | "validation"
  | "config"
  | "logic"
  | "access"
  | "migration"
  | "test"
  | "doc"
  | "deploy"
  | "project"
  | "verbatim";

/** Who owns a file after generation. */
export type Ownership = "generated" | "verbatim" | "yours";

/** How a unit's text comes about. */
export type UnitSource =
  | {
    readonly kind: "template";
    readonly template: TemplatePath;
    readonly view: unknown;
  }
  | {
    readonly kind: "text";
    readonly text: string;
    /** The module of the generator that makes it; absent for the user's own text. */
    readonly madeBy?: string;
  }
  | { readonly kind: "verbatim"; readonly text: string };

/** One output file. */
export interface Unit {
  /** Its path in the output; also its id. */
  readonly path: string;
  /** What it is. */
  readonly type: FileType;
  /** Scaffold or component. */
  readonly phase: Phase;
  /** Who owns it. */
  readonly ownership: Ownership;
  /** The paths of the units it builds on. */
  readonly dependsOn: readonly string[];
  /** Where its text comes from. */
  readonly source: UnitSource;
  /** The path in the blueprint that it is made for, such as `entities.task`; absent where it is the whole. */
  readonly about?: string;
}

/** All units of a system, and the waves in which they can be made. */
export interface FilePlan {
  /** The units, by path. */
  readonly units: readonly Unit[];
  /** Units of a wave depend on units of earlier waves only. */
  readonly waves: readonly (readonly Unit[])[];
}

/** Describes where a unit belongs; its source comes with the kind of unit. */
export function unit(
  path: string,
  type: FileType,
  phase: Phase,
  dependsOn: readonly string[] = [],
): Omit<Unit, "source" | "ownership"> {
  return { path, type, phase, dependsOn };
}

/** Describes a unit rendered from a template; the view's type is checked against the template. */
export function templateUnit<P extends TemplatePath>(
  unit: Omit<Unit, "source" | "ownership">,
  template: P,
  view: TemplateViews[P],
): Unit {
  return {
    ...unit,
    ownership: "generated",
    source: { kind: "template", template, view },
  };
}

/** Describes a unit whose text is already made, such as JSON, by a module of the generator. */
export function textUnit(
  unit: Omit<Unit, "source" | "ownership">,
  text: string,
  madeBy?: string,
): Unit {
  const source = {
    kind: "text",
    text,
    ...(madeBy === undefined ? {} : { madeBy }),
  } as const;
  return { ...unit, ownership: "generated", source };
}

/** Says what in the blueprint units are made for; a unit for which that was said before keeps it. */
export function madeFor(about: string, units: readonly Unit[]): Unit[] {
  return units.map((unit) =>
    unit.about === undefined ? { ...unit, about } : unit
  );
}

/** The path of an entity in the blueprint. */
export function entityPlace(
  { name }: { readonly name: { readonly snake: string } },
): string {
  return `entities.${name.snake}`;
}

/** The path of a resource in the blueprint. */
export function resourcePlace(
  { name }: { readonly name: { readonly snake: string } },
): string {
  return `api.resources.${name.snake}`;
}

/**
 * Arranges units in waves by their dependencies alone.
 *
 * @throws {RangeError} when two units share a path, a dependency is missing, or units depend on each other in a circle.
 */
export function arrangeWaves(units: readonly Unit[]): FilePlan {
  const byPath = new Map<string, Unit>();
  for (const unit of units) {
    if (byPath.has(unit.path)) {
      throw new RangeError(
        `Cannot plan "${unit.path}": found two units with this path`,
      );
    }
    byPath.set(unit.path, unit);
  }
  const depth = new Map<string, number>();
  for (const unit of units) depthOf(unit, byPath, depth, []);
  const sorted = units.toSorted((a, b) => (a.path < b.path ? -1 : 1));
  const count = Math.max(0, ...depth.values()) + (units.length === 0 ? 0 : 1);
  const waves = Array.from(
    { length: count },
    (_, wave) => sorted.filter((unit) => depth.get(unit.path) === wave),
  );
  return { units: sorted, waves };
}

function depthOf(
  unit: Unit,
  byPath: ReadonlyMap<string, Unit>,
  depth: Map<string, number>,
  path: readonly string[],
): number {
  const known = depth.get(unit.path);
  if (known !== undefined) return known;
  if (path.includes(unit.path)) {
    throw new RangeError(
      `Cannot plan "${unit.path}": found a circle ${
        [...path, unit.path].join(" → ")
      }`,
    );
  }
  let deepest = -1;
  for (const wanted of unit.dependsOn) {
    const dependency = byPath.get(wanted);
    if (!dependency) {
      throw new RangeError(
        `Cannot plan "${unit.path}": found no unit "${wanted}" to build on`,
      );
    }
    deepest = Math.max(
      deepest,
      depthOf(dependency, byPath, depth, [...path, unit.path]),
    );
  }
  depth.set(unit.path, deepest + 1);
  return deepest + 1;
}
