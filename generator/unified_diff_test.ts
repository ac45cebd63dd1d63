import { assertEquals } from "@std/assert";
import { unifiedDiff } from "./unified_diff.ts";

const LINES = Array.from({ length: 20 }, (_, i) => `line ${i + 1}\n`);

Deno.test("unifiedDiff() shows each change with three lines around it", () => {
  const before = LINES.join("");
  const after = LINES.with(4, "five\n").toSpliced(15, 1).join("");
  assertEquals(
    unifiedDiff({ path: "a.txt", before, after }),
    `--- a/a.txt
+++ b/a.txt
@@ -2,7 +2,7 @@
 line 2
 line 3
 line 4
-line 5
+five
 line 6
 line 7
 line 8
@@ -13,7 +13,6 @@
 line 13
 line 14
 line 15
-line 16
 line 17
 line 18
 line 19
`,
  );
});

Deno.test("unifiedDiff() shows files that come and go, and ends without a line end", () => {
  assertEquals(unifiedDiff({ path: "a", before: "x\n", after: "x\n" }), "");
  assertEquals(
    unifiedDiff({ path: "a", after: "x\n" }),
    "--- /dev/null\n+++ b/a\n@@ -0,0 +1,1 @@\n+x\n",
  );
  assertEquals(
    unifiedDiff({ path: "a", before: "x\n" }),
    "--- a/a\n+++ /dev/null\n@@ -1,1 +0,0 @@\n-x\n",
  );
  assertEquals(
    unifiedDiff({ path: "a", before: "x", after: "x\n" }),
    "--- a/a\n+++ b/a\n@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n",
  );
});
