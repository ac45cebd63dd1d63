import { assertEquals } from "@std/assert";
import { join } from "node:path";
import { parseTree, readSystemTree, treeText } from "./system_tree.ts";

Deno.test("readSystemTree() lists what belongs to a system, in order, whatever else is there", async () => {
  const dir = await Deno.makeTempDir();
  try {
    for (const folder of ["b/data", "data", "evidence", ".autocoder"]) {
      await Deno.mkdir(join(dir, folder), { recursive: true });
    }
    for (
      const path of [
        "b/data/1.ts",
        "a.ts",
        "data/x.db",
        "evidence/report.json",
        ".env",
        ".autocoder/manifest.json",
      ]
    ) {
      await Deno.writeTextFile(join(dir, path), "abc");
    }
    const tree = await readSystemTree(dir);
    assertEquals([...tree.files.keys()], [
      ".autocoder/manifest.json",
      "a.ts",
      "b/data/1.ts",
    ]);
    assertEquals(
      tree.files.get("a.ts"),
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", // FIPS 180-2, B.1
    );
    assertEquals(parseTree(treeText(tree.files)), tree.files);
    const before = tree.sha256;
    await Deno.rename(join(dir, "a.ts"), join(dir, "c.ts"));
    assertEquals((await readSystemTree(dir)).sha256 === before, false);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
});
