/**
 * Text → {@link Blueprint}: syntax, keys, types and spelling. What the parts say about each other is checked by
 * {@link checkBlueprint} when the blueprint is expanded.
 *
 * @module
 */
import type { Diagnostic } from "../diagnostic.ts";
import { type Blueprint, BLUEPRINT_SCHEMA } from "./blueprint.ts";
import { checkParts } from "./check_blueprint.ts";
import { respell } from "./check_name.ts";
import {
  DiagnosticList,
  type SourcePlace,
  type SourcePositions,
} from "./diagnostic_list.ts";
import { BLUEPRINT_SHAPE } from "./language.ts";
import { SYSTEM_NAME } from "./language_names.ts";
import { withOnlyValues } from "./only_value.ts";
import { readShape } from "./read_shape.ts";
import { readYaml } from "./read_yaml.ts";

/** What parsing may know beside the text. */
export interface ParseOptions {
  /** The file's name; names the system when the blueprint does not. @default "blueprint.yaml" */
  readonly fileName?: string;
}

/** What parsing gives. */
export interface ParsedBlueprint {
  /** The blueprint; missing when a diagnostic is an error. */
  readonly blueprint?: Blueprint;
  /** What was found, in the order of the text as far as possible. */
  readonly diagnostics: readonly Diagnostic[];
  /** Where each path of the blueprint stands; `expand` takes it to place its own findings. */
  readonly positions: SourcePositions;
}

/** Parses a blueprint. Never throws, whatever the text; pure and synchronous. */
export function parseBlueprint(
  text: string,
  options: ParseOptions = {},
): ParsedBlueprint {
  const positions = new Map<string, SourcePlace>();
  const diagnostics = new DiagnosticList(positions);
  const root = readYaml(text, diagnostics);
  if (!root) return { diagnostics: diagnostics.items, positions };
  const read = readShape(root, BLUEPRINT_SHAPE, "", { diagnostics, positions });
  if (read === undefined) return { diagnostics: diagnostics.items, positions };
  // The shapes are typed by the interfaces they read: what they let through has these types.
  const partial = read as Partial<Blueprint>;
  const system = partial.system ??
    assumedSystem(options, diagnostics, positions);
  const blueprint: Blueprint = {
    schema: BLUEPRINT_SCHEMA,
    system,
    ...withoutHead(partial),
  };
  if (diagnostics.failed) {
    // The rest can still be told about spelling and values, so that all is fixed in one round.
    checkParts(blueprint, diagnostics);
    return {
      diagnostics: withOnlyValues(diagnostics.items, blueprint),
      positions,
    };
  }
  return { blueprint, diagnostics: diagnostics.items, positions };
}

function assumedSystem(
  options: ParseOptions,
  diagnostics: DiagnosticList,
  positions: SourcePositions,
): string {
  const file = (options.fileName ?? "").replace(/^.*[/\\]/, "")
    .replace(/(\.blueprint)?\.(ya?ml|json)$/i, "");
  const system = respell(file, SYSTEM_NAME) ?? "my_system";
  if (!positions.has("system")) {
    diagnostics.assume(
      "AC208",
      "system",
      `Assumed the system's name "${system}": found none`,
      { position: { line: 1, column: 1 }, hint: `write "system: ${system}"` },
    );
  }
  return system;
}

function withoutHead(partial: Partial<Blueprint>): Partial<Blueprint> {
  const { schema: _schema, system: _system, ...rest } = partial;
  return rest;
}
