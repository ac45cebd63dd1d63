import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { DIAGNOSTIC_CODES, diagnosticDocs } from "./diagnostic_codes.ts";

Deno.test("diagnosticDocs() has a row for every code, in order", () => {
  const docs = diagnosticDocs();
  const rows = [...docs.matchAll(/^\| `(AC\d+)` \|/gm)].map(([, code]) => code);
  assertEquals(rows, Object.keys(DIAGNOSTIC_CODES).toSorted());
  assertStringIncludes(docs, "known, not built yet");
});

Deno.test("DIAGNOSTIC_CODES has a sentence of advice for each code", () => {
  for (const [code, { title, advice }] of Object.entries(DIAGNOSTIC_CODES)) {
    assert(/^AC\d{3}$/.test(code));
    assert(!/[|\n]/.test(title + advice) && /[.]$/.test(advice), code);
  }
});

Deno.test("DIAGNOSTIC_CODES has every code that the sources use", () => {
  const used = new Set<string>();
  for (const folder of [".", "../model"]) {
    const url = new URL(`${folder}/`, import.meta.url);
    for (const file of Deno.readDirSync(url)) {
      if (!/(?<!_test)\.ts$/.test(file.name)) continue;
      const text = Deno.readTextFileSync(new URL(file.name, url));
      for (const [, code = ""] of text.matchAll(/"(AC\d{3})"/g)) used.add(code);
    }
  }
  assert(used.size > 40);
  assertEquals([...used].filter((code) => !DIAGNOSTIC_CODES[code]), []);
});
