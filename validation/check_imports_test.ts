import { assertEquals } from "@std/assert";
import { importsOf } from "./check_imports.ts";

Deno.test("importsOf() reads every form of import and leaves comments out", () => {
  const source = [
    'import "./effect.ts";',
    "import type {",
    "  One,",
    '} from "./one.ts";',
    "/** import { no } from './comment.ts'; */",
    '// import "./line.ts";',
    'export * from "./two.ts";',
    'export const text = "from";',
    'const three = await import("./three.ts");',
  ].join("\n");
  assertEquals(importsOf(source), [
    { specifier: "./effect.ts", line: 1 },
    { specifier: "./one.ts", line: 2 },
    { specifier: "./two.ts", line: 7 },
    { specifier: "./three.ts", line: 9 },
  ]);
});
