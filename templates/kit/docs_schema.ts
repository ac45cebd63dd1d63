/**
 * The part of the docs page that shows schemas.
 *
 * @module
 */
import { Html, markup } from "./html.ts";
import type { Schema } from "./openapi_document.ts";

/** Shows a schema: its fields as a table if it has any, else its type. */
export function schemaView(schema: Schema): Html {
  if (schema.properties === undefined) {
    return markup`<p class="type">${typeText(schema)}</p>`;
  }
  const required = new Set(schema.required);
  return markup`
    <table class="fields">
      <tbody>${
    Object.entries(schema.properties).map(([name, field]) =>
      fieldRow({ name, required: required.has(name), schema: field })
    )
  }</tbody>
    </table>
  `;
}

/** Shows one field or parameter. */
export function fieldRow(
  field: {
    readonly name: string;
    readonly required: boolean;
    readonly schema: Schema;
    readonly description?: string;
  },
): Html {
  const { name, required, schema } = field;
  const description = field.description ?? schema.description;
  return markup`
    <tr>
      <th scope="row"><code>${name}</code>${
    required &&
    markup`<span class="required">required</span>`
  }${
    schema.readOnly ===
      true && markup`<span class="note">read-only</span>`
  }</th>
      <td><span class="type">${typeText(schema)}</span>${
    limits(schema).map((
      limit,
    ) =>
      markup`
          <span class="limit">${limit}</span>
        `
    )
  }${description !== undefined && markup`<p>${description}</p>`}</td>
    </tr>
  `;
}

/** The place of a named schema on the page. */
export function schemaAnchor(name: string): string {
  return `schema-${name}`;
}

/** Shows a type in a few words, with links to named schemas. */
export function typeText(schema: Schema): Html {
  if (schema.$ref !== undefined) {
    const name = schema.$ref.split("/").at(-1) ?? "";
    return markup`<a href="#${schemaAnchor(name)}">${name}</a>`;
  }
  const choices = schema.oneOf ?? schema.anyOf;
  if (choices) return joined(choices.map(typeText), " or ");
  if (schema.allOf) return joined(schema.allOf.map(typeText), " and ");
  if (schema.items) return markup`array of ${typeText(schema.items)}`;
  if (schema.enum) {
    return joined(
      schema.enum.map((value) => markup`<code>${JSON.stringify(value)}</code>`),
      " or ",
    );
  }
  const types = typeof schema.type === "string" ? [schema.type] : schema.type;
  const text = types?.join(" or ") ?? "any value";
  return markup`${text}${schema.format !== undefined && ` (${schema.format})`}`;
}

function limits(schema: Schema): string[] {
  const { minimum, maximum, minLength, maxLength, pattern } = schema;
  return [
    range(minimum, maximum, ""),
    range(minLength, maxLength, " characters"),
    pattern === undefined ? "" : `matches ${pattern}`,
    schema.default === undefined
      ? ""
      : `default ${JSON.stringify(schema.default)}`,
  ].filter((text) => text !== "");
}

function range(
  min: number | undefined,
  max: number | undefined,
  unit: string,
): string {
  if (min !== undefined && max !== undefined) return `${min} to ${max}${unit}`;
  if (min !== undefined) return `at least ${min}${unit}`;
  return max === undefined ? "" : `at most ${max}${unit}`;
}

function joined(parts: readonly Html[], separator: string): Html {
  return new Html(parts.map((part) => part.markup).join(separator));
}
