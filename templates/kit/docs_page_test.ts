import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { docsPage } from "./docs_page.ts";

const OPENAPI = {
  openapi: "3.1.0",
  info: {
    title: "Task manager",
    version: "1.2.3",
    description: "Manages tasks",
  },
  paths: {
    "/tasks/{id}": {
      parameters: [{ $ref: "#/components/parameters/Id" }],
      get: {
        tags: ["tasks"],
        summary: "Read a task",
        responses: {
          200: {
            description: "The task",
            content: {
              "application/json": {
                schema: { $ref: "#/components/schemas/Task" },
              },
            },
          },
          404: { $ref: "#/components/responses/NotFound" },
        },
      },
      put: {
        requestBody: {
          content: {
            "application/json": {
              schema: { $ref: "#/components/schemas/Task" },
            },
          },
        },
      },
    },
  },
  components: {
    parameters: {
      Id: {
        name: "id",
        in: "path",
        required: true,
        schema: { type: "string", format: "uuid" },
      },
    },
    responses: { NotFound: { description: "No such task" } },
    schemas: {
      Task: {
        type: "object",
        required: ["title"],
        properties: {
          title: {
            type: "string",
            minLength: 1,
            maxLength: 200,
            description: "What to do",
          },
          state: { enum: ["open", "done"], default: "open" },
          due: { type: ["string", "null"], format: "date" },
          parts: {
            type: "array",
            items: { $ref: "#/components/schemas/Task" },
          },
        },
      },
    },
  },
};

Deno.test("docsPage() shows operations, parameters, responses and schemas", async () => {
  const { html } = await docsPage(OPENAPI);
  for (
    const part of [
      "<title>Task manager</title>",
      "Manages tasks",
      "<h2>tasks</h2>",
      "Read a task",
      "<code>id</code>",
      "string (uuid)",
      "The task",
      "No such task",
      '<a href="#schema-Task">Task</a>',
      'id="schema-Task"',
      "1 to 200 characters",
      "string or null (date)",
      "<code>&quot;open&quot;</code> or <code>&quot;done&quot;</code>",
      'array of <a href="#schema-Task">Task</a>',
      "<h2>Operations</h2>",
    ]
  ) {
    assertStringIncludes(html, part);
  }
});

Deno.test("docsPage() shows hostile text as text", async () => {
  const hostile = `"><script>alert(1)</script></style>`;
  const poisoned = JSON.parse(
    JSON.stringify(OPENAPI).replaceAll(
      /"(Task manager|Manages tasks|tasks|Read a task|What to do|The task|open|id|title|\/tasks\/\{id\})"/g,
      JSON.stringify(hostile),
    ),
  );
  const { html } = await docsPage(poisoned);
  assert(!html.includes("<script"));
  assertStringIncludes(html, "&quot;&gt;&lt;script&gt;");
  assertEquals(html.split("</style>").length, 2);
});

Deno.test("docsPage() has a policy for exactly its own style", async () => {
  const { html, contentSecurityPolicy } = await docsPage(OPENAPI);
  const style = html.match(/<style>([^]*)<\/style>/)?.[1] ?? "";
  const digest = await crypto.subtle.digest(
    "SHA-256",
    new TextEncoder().encode(style),
  );
  const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
  assertStringIncludes(contentSecurityPolicy, `style-src 'sha256-${hash}'`);
  assertStringIncludes(contentSecurityPolicy, "default-src 'none'");
  assert(!/ (style|src|on\w+)=|https?:|@import|url\(/.test(html));
});

Deno.test("docsPage() survives a document with nothing in it", async () => {
  for (
    const openapi of [undefined, null, {}, { paths: {} }, {
      paths: { "/": {} },
    }]
  ) {
    assertStringIncludes((await docsPage(openapi)).html, "<h1>API");
  }
});
