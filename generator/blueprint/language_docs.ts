/**
 * The blueprint language as a page for people: every key of every part, read off the table that the reader checks by.
 *
 * @module
 */
import { withArticle } from "./with_article.ts";
import { BLUEPRINT_SHAPE } from "./language.ts";
import type { KeySpec, ObjectShape, Shape } from "./shape.ts";

/** Renders the page as Markdown. */
export function languageDocs(): string {
  const parts = partsOf(BLUEPRINT_SHAPE);
  return [
    "# The blueprint language",
    "",
    INTRODUCTION,
    "",
    ...parts.flatMap((part) => [
      `## ${titleOf(part)}`,
      "",
      "| Key | What it says | What stands there |",
      "| --- | ------------ | ----------------- |",
      ...Object.entries(part.keys).map(([key, spec]) => rowOf(key, spec)),
      "",
    ]),
  ].join("\n");
}

/** Every object of the language, in the order in which it is met. */
function partsOf(root: ObjectShape): readonly ObjectShape[] {
  const parts = new Map<string, ObjectShape>();
  const visit = (shape: Shape) => {
    if (shape.kind === "list") visit(shape.item);
    if (shape.kind === "record") visit(shape.value);
    if (shape.kind === "either") visit(shape.object);
    if (shape.kind !== "object" || parts.has(shape.of)) return;
    parts.set(shape.of, shape);
    for (const { shape: inner } of Object.values(shape.keys)) visit(inner);
  };
  visit(root);
  return [...parts.values()];
}

function titleOf({ of }: ObjectShape): string {
  return of.charAt(0).toUpperCase() + of.slice(1);
}

function rowOf(
  key: string,
  { doc, shape, required, default: fallback }: KeySpec,
) {
  const notes = [
    describe(shape),
    ...(required ? ["required"] : []),
    ...(fallback === undefined ? [] : [`default \`${fallback}\``]),
  ];
  return `| \`${key}\` | ${cell(doc)} | ${cell(notes.join("; "))} |`;
}

function describe(shape: Shape): string {
  switch (shape.kind) {
    case "text":
      return shape.form?.wanted ?? "a text";
    case "number": {
      const { whole, min, max } = shape;
      const range = min !== undefined && max !== undefined
        ? ` from ${min} to ${max}`
        : "";
      return `a ${whole ? "whole " : ""}number${range}`;
    }
    case "bound":
      return "a number, or a duration";
    case "boolean":
      return "`true` or `false`";
    case "choice":
      return shape.values.map((value) => `\`${value}\``).join(", ");
    case "literal":
      return "a text, number, boolean or null";
    case "name":
      return `the name of ${withArticle(shape.rule.of)}`;
    case "either":
      return `${describe(shape.text)}; or ${describe(shape.object)}`;
    case "named":
      return `a name, or \`{ name: what }\``;
    case "list":
      return shape.orSingle
        ? `${describe(shape.item)}; or a list`
        : `a list: ${describe(shape.item)}`;
    case "record":
      return `by name: ${describe(shape.value)}`;
    case "object":
      return `${shape.orFlag ? "`true` or " : ""}[${shape.of}](#${
        shape.of.replaceAll(" ", "-").toLowerCase()
      })`;
  }
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("\n", " ");
}

const INTRODUCTION =
  "What may stand in a blueprint; `autocoder schema` prints the same as JSON Schema for an editor, `autocoder validate` " +
  "says what is wrong and where. Keys may be written in snake_case, too. The [examples](../examples) show it at work.";
