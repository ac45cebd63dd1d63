/**
 * The settings of one field: do they go with its type and with each other?
 *
 * @module
 */
import type { FieldBlueprint } from "./blueprint.ts";
import { boundOf, checkBoundKinds, checkSorted } from "./check_durations.ts";
import { withArticle } from "./with_article.ts";
import { checkObject } from "./check_objects.ts";
import type { DiagnosticList } from "./diagnostic_list.ts";
import {
  COMMON_SETTINGS,
  elementOf,
  FIELD_TYPE_RULES,
  longestOf,
  settingsOf,
} from "./field_types.ts";
import { decimalWanted, fitsScale, misfit } from "./fits_field.ts";
import { compilePattern, slowPattern } from "./pattern.ts";
import { quoted } from "./quoted.ts";

/** Checks one field; what it says about others is checked elsewhere. */
export function checkField(
  name: string,
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  if (field.type === undefined) return; // Left out by the reader, which has told why.
  const before = diagnostics.items.length;
  checkSettings(field, path, diagnostics);
  const element = elementOf(field);
  if (checkBoundKinds(element, path, diagnostics)) {
    checkRanges(element, path, diagnostics);
  }
  checkSorted(field, path, diagnostics);
  checkObject(field, path, diagnostics, (member, of, at) => {
    checkField(member, of, at, diagnostics);
  });
  if (element.type === "enum") checkValues(element, path, diagnostics);
  checkPattern(element, path, diagnostics);
  if (diagnostics.items.length === before) {
    checkDefault(name, field, path, diagnostics);
  }
}

function checkSettings(
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const rule = FIELD_TYPE_RULES[field.type];
  const settings = settingsOf(field);
  for (const setting of Object.keys(field) as (keyof FieldBlueprint)[]) {
    if (rule.made && OF_CLIENTS.includes(setting)) {
      diagnostics.error(
        "AC306",
        `${path}.${setting}`,
        `Cannot use "${setting}" with the type "${field.type}": its values are made by the server, each another`,
        { at: "key", hint: "remove it" },
      );
      continue;
    }
    if (COMMON_SETTINGS.includes(setting) || settings.includes(setting)) {
      continue;
    }
    if (setting === "computed" && typeof field.computed === "object") continue;
    const types = Object.entries(FIELD_TYPE_RULES)
      .filter(([, other]) => other.settings.includes(setting))
      .map(([type]) => type);
    diagnostics.error(
      "AC306",
      `${path}.${setting}`,
      `Cannot use "${setting}" with ${typeWords(field)}: it goes with ${
        types.join(", ")
      }`,
      { at: "key" },
    );
  }
  if (field.unique && rule.unique === false) {
    diagnostics.error(
      "AC306",
      `${path}.unique`,
      `Cannot use "unique" with the type "${field.type}": its values cannot be told apart`,
      { at: "key" },
    );
  }
}

function typeWords(field: FieldBlueprint): string {
  const type = `the type "${field.type}"`;
  return field.type === "list"
    ? `${type} of ${elementOf(field).type} elements`
    : type;
}

function checkRanges(
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const longest = longestOf(field);
  for (
    const [low, high, lowName, highName] of [
      [field.min, field.max, "min", "max"],
      [field.minLength, longest, "minLength", "maxLength"],
    ] as const
  ) {
    if (
      (boundOf(field, low) ?? -Infinity) <= (boundOf(field, high) ?? Infinity)
    ) continue;
    diagnostics.error(
      "AC307",
      `${path}.${lowName}`,
      `Cannot use ${low} as "${lowName}": found ${high} as "${highName}", wanted one that is not smaller`,
    );
  }
  checkLongest(field, path, diagnostics);
  for (const bound of ["min", "max"] as const) {
    const value = field[bound];
    if (typeof value !== "number") continue;
    const wanted = field.type === "integer" && !Number.isInteger(value)
      ? "a whole number"
      : field.type === "decimal" && !fitsScale(value, field.scale ?? 2)
      ? decimalWanted(value, field.scale ?? 2)
      : undefined;
    if (wanted) {
      diagnostics.error(
        "AC303",
        `${path}.${bound}`,
        `Cannot use ${value} as "${bound}": wanted ${wanted}`,
      );
    }
  }
}

function checkLongest(
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const { settings, form } = FIELD_TYPE_RULES[field.type];
  const { maxLength } = field;
  if (maxLength === undefined || !settings.includes("maxLength")) return;
  const { shortest = 1, longest = Infinity } = form ?? {};
  const at = `${path}.maxLength`;
  if (maxLength < shortest) {
    diagnostics.error(
      "AC303",
      at,
      `Cannot use ${maxLength} as "maxLength": wanted a whole number from ${shortest}`,
    );
  } else if (maxLength > longest) {
    diagnostics.warn(
      "AC316",
      at,
      `Ignored ${maxLength} as "maxLength": ${
        withArticle(field.type)
      } has at most ${longest} characters`,
    );
  }
}

function checkValues(
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  if (field.values === undefined || field.values.length === 0) {
    diagnostics.error(
      "AC309",
      field.values ? `${path}.values` : path,
      "Cannot use an enum without values: found none",
      { at: "key", hint: "add values: [first, second]" },
    );
    return;
  }
  field.values.forEach((value, index) => {
    const at = `${path}.values[${index}]`;
    if (value.trim() === "" || value.trim() !== value) {
      diagnostics.error(
        "AC309",
        at,
        `Cannot use ${
          quoted(value)
        } as a value: found nothing or space at an end`,
      );
    } else if (field.values?.indexOf(value) !== index) {
      diagnostics.error(
        "AC309",
        at,
        `Cannot use ${quoted(value)} as a value: found it twice`,
      );
    }
  });
}

function checkPattern(
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const { pattern } = field;
  const rule = FIELD_TYPE_RULES[field.type];
  if (pattern === undefined || !rule.settings.includes("pattern")) return;
  const at = `${path}.pattern`;
  if (pattern === "" || compilePattern(pattern) === undefined) {
    diagnostics.error(
      "AC310",
      at,
      `Cannot use ${quoted(pattern)} as a pattern: found no regular expression`,
      { hint: "escape signs such as ( [ { + * ? . with a backslash" },
    );
    return;
  }
  const reason = slowPattern(
    pattern,
    longestOf(field) ?? Infinity,
  );
  if (reason === undefined) return;
  diagnostics.error(
    "AC311",
    at,
    `Cannot use ${quoted(pattern)} as a pattern: ${reason}`,
  );
}

function checkDefault(
  name: string,
  field: FieldBlueprint,
  path: string,
  diagnostics: DiagnosticList,
): void {
  const value = field.default;
  if (value === undefined) return;
  const at = `${path}.default`;
  const wanted = misfit(value, field);
  if (wanted !== undefined) {
    diagnostics.error(
      "AC308",
      at,
      `Cannot use ${literal(value)} as the default of "${name}", ${
        withArticle(field.type)
      }: wanted ${wanted}`,
    );
  } else if (value !== null && field.required) {
    diagnostics.warn(
      "AC316",
      `${path}.required`,
      `Ignored "required" of "${name}": found a default, which is taken when none is given`,
      { at: "key", hint: "remove one of the two" },
    );
  } else if (value !== null && field.unique) {
    diagnostics.warn(
      "AC316",
      at,
      `Found a default of "${name}", which is unique: only one entity can have it`,
    );
  }
}

/** Shows a literal in a message. */
export function literal(value: string | number | boolean | null): string {
  return typeof value === "string" ? quoted(value) : String(value);
}

/** What is said of values that clients give. */
const OF_CLIENTS: readonly (keyof FieldBlueprint)[] = [
  "required",
  "unique",
  "immutable",
  "default",
];
