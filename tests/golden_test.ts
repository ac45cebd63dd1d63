import { assertEquals } from "@std/assert";
import {
  expectedTree,
  generateCase,
  goldenCases,
  keptFiles,
} from "./golden.ts";

for (const testCase of await goldenCases()) {
  Deno.test(`golden system "${testCase.name}" comes out as expected`, async () => {
    const actual = new Map(
      keptFiles(await generateCase(testCase)).map((
        file,
      ) => [file.path, file.text]),
    );
    const expected = await expectedTree(testCase);
    assertEquals([...actual.keys()].sort(), [...expected.keys()].sort());
    for (const [path, text] of expected) {
      assertEquals(
        actual.get(path),
        text,
        `${path} differs: run "deno task golden" and review`,
      );
    }
  });
}

Deno.test("golden systems cover at least eight inputs", async () => {
  assertEquals((await goldenCases()).length >= 8, true);
});
