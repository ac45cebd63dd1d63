/**
 * The part of the docs page that shows one operation.
 *
 * @module
 */
import { fieldRow, schemaView, typeText } from "./docs_schema.ts";
import { type Html, markup } from "./html.ts";
import {
  type Content,
  type OpenApiDocument,
  type Operation,
  type Reference,
  resolveReference,
  type Schema,
} from "./openapi_document.ts";

/** An operation and where it is. */
export interface OperationEntry {
  /** In lower case. */
  readonly method: string;
  /** Such as `/tasks/{id}`. */
  readonly path: string;
  /** What the document says, the parameters of the path included. */
  readonly operation: Operation;
}

/** The methods, in the order they are shown. */
export const METHODS = ["get", "post", "put", "patch", "delete"] as const;

/** Shows an operation as a line that unfolds. */
export function operationView(
  document: OpenApiDocument,
  { method, path, operation }: OperationEntry,
): Html {
  return markup`
    <details class="operation ${method}" id="${method}-${path}">
      <summary><span class="method">${method}</span><code class="path">${
    pathView(
      path,
    )
  }</code><span class="summary">${operation.summary ?? ""}</span></summary>
      <div class="body">${
    operation.description !== undefined &&
    markup`<p>${operation.description}</p>`
  }${
    operation.security !== undefined &&
    markup`<p>Needs a token: <code>Authorization: Bearer …</code></p>`
  }${
    parametersView(
      document,
      operation,
    )
  }${bodyView(document, operation)}${
    responsesView(
      document,
      operation,
    )
  }</div>
    </details>
  `;
}

/** Long paths may break after a slash. */
function pathView(path: string): Html[] {
  return path.split("/").slice(1).map((part) => markup`<wbr>/${part}`);
}

function parametersView(
  document: OpenApiDocument,
  operation: Operation,
): Html | false {
  const rows = (operation.parameters ?? []).map((entry) => {
    const parameter = resolveReference(document, entry);
    const { name, required = false, schema = {}, description } = parameter;
    return fieldRow({ name, required, schema, description });
  });
  return rows.length > 0 && markup`
    <h4>Parameters</h4>
    <table class="fields">
      <tbody>${rows}</tbody>
    </table>
  `;
}

function bodyView(
  document: OpenApiDocument,
  { requestBody }: Operation,
): Html | false {
  if (requestBody === undefined) return false;
  const schema = schemaOf(resolveReference<Content>(document, requestBody));
  if (schema === undefined) return false;
  return markup`<h4>Body <span class="type">${typeText(schema)}</span></h4>
${schemaView(resolveReference<Schema>(document, schema))}`;
}

function responsesView(
  document: OpenApiDocument,
  { responses = {} }: Operation,
): Html {
  return markup`
    <h4>Responses</h4>
    <table class="responses">
      <tbody>${
    Object.entries(responses).map(([status, response]) =>
      responseRow(document, status, response)
    )
  }</tbody>
    </table>
  `;
}

function responseRow(
  document: OpenApiDocument,
  status: string,
  entry: Content | Reference,
): Html {
  const response = resolveReference<Content>(document, entry);
  const schema = schemaOf(response);
  return markup`
    <tr>
      <th scope="row"><code class="status s${
    status.charAt(
      0,
    )
  }">${status}</code></th>
      <td>${response.description ?? ""}${
    schema && markup`
        <span class="type">${typeText(schema)}</span>
      `
  }</td>
    </tr>
  `;
}

function schemaOf({ content = {} }: Content): Schema | undefined {
  return Object.values(content)[0]?.schema;
}
