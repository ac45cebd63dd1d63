import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import {
  compileTemplate,
  compileTemplateBody,
  languageOf,
} from "./compile_template.ts";
import { readTree } from "./bundle.ts";
import { TEMPLATES } from "./mod.ts";

Deno.test("compileTemplateBody() sends every interpolation through the language's function", () => {
  const body = compileTemplateBody(
    "a <%= it.x %>\n<% if (it.y) { -%>\nb\n<% } -%>\n",
    "main.ts.eta",
  );
  assertStringIncludes(body, "ts(it.x)");
});

Deno.test("compileTemplateBody() refuses raw interpolations", () => {
  for (const tag of ["<%~ it.x %>", "<%-~ it.x %>"]) {
    assertThrows(
      () => compileTemplateBody(tag, "main.ts.eta"),
      TypeError,
      "raw interpolation",
    );
  }
});

Deno.test("languageOf() goes by the output's extension", () => {
  assertEquals(
    [
      "main.ts.eta",
      "README.md.eta",
      "deploy/compose.yaml.eta",
      "a.sql.eta",
      "deploy/Dockerfile.eta",
    ].map(languageOf),
    ["ts", "md", "yaml", "sql", "text"],
  );
});

Deno.test("a template compiled at run time gives what the precompiled one gives", async () => {
  const view = {
    image: "shop",
    port: 80,
    keepsData: true,
    sharesFiles: false,
    testSupport: ["kit/testing.ts"],
  };
  for (
    const [path, source] of await readTree(
      new URL("deploy/", import.meta.url),
      () => true,
    )
  ) {
    const template = Object.entries(TEMPLATES).find(([name]) =>
      name === `deploy/${path}`
    )?.[1] as (it: unknown) => string;
    assertEquals(
      compileTemplate(source, `deploy/${path}`)(view),
      template(view),
    );
  }
});
