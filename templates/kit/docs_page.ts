/**
 * The page at `/docs`: the OpenAPI document for people, without scripts or anything from elsewhere.
 *
 * @module
 */
import {
  METHODS,
  type OperationEntry,
  operationView,
} from "./docs_operation.ts";
import { schemaAnchor, schemaView } from "./docs_schema.ts";
import { DOCS_STYLE } from "./docs_style.ts";
import { Html, markup } from "./html.ts";
import type { OpenApiDocument, PathItem } from "./openapi_document.ts";

/** A page and the policy that lets a browser show it. */
export interface DocsPage {
  /** The whole document. */
  readonly html: string;
  /** Allows this page's style and nothing else. */
  readonly contentSecurityPolicy: string;
}

/** Renders an OpenAPI document. Whatever stands in it is shown as text. */
export async function docsPage(openapi: unknown): Promise<DocsPage> {
  const document = (openapi ?? {}) as OpenApiDocument; // what is missing is not shown
  return {
    html: "<!doctype html>\n" + pageView(document).markup,
    contentSecurityPolicy: `default-src 'none'; style-src '${await hash(
      DOCS_STYLE,
    )}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`,
  };
}

function pageView(document: OpenApiDocument): Html {
  const { title = "API", version = "", description = "" } = document.info ?? {};
  const groups = operationGroups(document);
  const schemas = Object.entries(document.components?.schemas ?? {});
  return markup`
    <html lang="en">
      <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <title>${title}</title>
        <style>${new Html(DOCS_STYLE)}</style>
      </head>
      <body>
        <nav aria-label="Contents"><p class="brand">${title}</p>
    ${
    groups.map(([tag]) => markup`<a href="#${groupAnchor(tag)}">${tag}</a>`)
  }${schemas.length > 0 && markup`<a href="#schemas">Schemas</a>`}
        </nav>
        <main>
    <header><h1>${title} <span class="version">${version}</span></h1>
    <p>${description}</p>
    <p class="links"><a href="/openapi.json">openapi.json</a> <a href="/health">health</a> <a href="/metrics">metrics</a></p></header>
    ${groups.map(([tag, entries]) => groupView(document, tag, entries))}
    ${
    schemas.length > 0 &&
    markup`<section id="schemas"><h2>Schemas</h2>${
      schemas.map(([name, schema]) =>
        markup`
            <article class="schema"
              id="${
          schemaAnchor(
            name,
          )
        }"><h3>${name}</h3>${
          schema.description !== undefined &&
          markup`<p>${schema.description}</p>`
        }${
          schemaView(
            schema,
          )
        }</article>
          `
      )
    }</section>`
  }
        </main>
      </body>
    </html>
  `;
}

function groupView(
  document: OpenApiDocument,
  tag: string,
  entries: readonly OperationEntry[],
): Html {
  const about = document.tags?.find(({ name }) => name === tag)?.description;
  return markup`<section id="${groupAnchor(tag)}"><h2>${tag}</h2>${
    about !== undefined && markup`<p>${about}</p>`
  }
${entries.map((entry) => operationView(document, entry))}</section>`;
}

function groupAnchor(tag: string): string {
  return `group-${tag}`;
}

/** Groups the operations by their first tag, in the order of the document. */
function operationGroups(
  document: OpenApiDocument,
): (readonly [string, readonly OperationEntry[]])[] {
  const entries = Object.entries(document.paths ?? {})
    .flatMap(([path, item]) => operationsOf(path, item));
  const groups = Map.groupBy(
    entries,
    ({ operation }) => operation.tags?.[0] ?? "Operations",
  );
  return [...groups];
}

function operationsOf(path: string, item: PathItem): OperationEntry[] {
  return METHODS.flatMap((method) => {
    const operation = item[method];
    if (operation === undefined) return [];
    const parameters = [
      ...item.parameters ?? [],
      ...operation.parameters ?? [],
    ];
    return [{ method, path, operation: { ...operation, parameters } }];
  });
}

async function hash(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const digest = await crypto.subtle.digest("SHA-256", bytes);
  return `sha256-${btoa(String.fromCharCode(...new Uint8Array(digest)))}`;
}
