import { assertEquals, assertStringIncludes } from "@std/assert";
import { scanFile } from "./scan_file.ts";

const PATH = "components/note_store.ts";

/** It hands what it imports on, and writes to what it is given: both are found, and there before. */
const RENDERED = `import { Table } from "../kit/table.ts";
import { NOTE_SPEC } from "./note_spec.ts";

/** Opens it. */
export function open(given: { seen: number }): Table {
  given.seen = 1;
  return new Table(NOTE_SPEC);
}
`;

Deno.test("scanFile() lets a file do what the rendered one does", async () => {
  const own = RENDERED.replace("return new", "// Mine.\n  return new");
  assertEquals(await scanFile(PATH, own, RENDERED), []);
});

Deno.test("scanFile() finds what the rendered file does not do, also to what it names", async () => {
  for (
    const [more, found] of [
      ["Object.assign(NOTE_SPEC, { maxPage: 1 });", "not written to"],
      ["const own = NOTE_SPEC; own.maxPage = 1;", "found own.maxPage"],
      [
        "const poison = (one: object) => Object.assign(one, { x: 1 }); poison(NOTE_SPEC);",
        "found one",
      ],
      ["Deno.exit();", "found Deno"],
      ['import "../kit/other.ts";', "kit/other.ts"],
    ] as const
  ) {
    const [fault] = await scanFile(PATH, `${RENDERED}${more}\n`, RENDERED);
    assertStringIncludes(fault?.cause ?? "", found, more);
    assertStringIncludes(fault?.place ?? "", `${PATH}:`);
  }
  const [lost] = await scanFile(PATH, "export {};\n", RENDERED);
  assertStringIncludes(lost?.cause ?? "", "found no export of open");
});
