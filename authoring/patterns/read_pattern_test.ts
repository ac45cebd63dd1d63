import { assert, assertEquals, assertRejects } from "@std/assert";
import { PatternBank } from "./pattern_bank.ts";
import { PatternError, readPattern } from "./read_pattern.ts";
import { SAMPLE_PATTERN } from "./testdata/sample_pattern.ts";
import { patternText } from "./write_pattern.ts";

const TEXT = patternText(SAMPLE_PATTERN);

Deno.test("readPattern() reads what patternText() writes", async () => {
  assertEquals(await readPattern(TEXT, "not_empty.yaml"), SAMPLE_PATTERN);
  const { patterns } = await PatternBank.open();
  for (const pattern of patterns) {
    const text = patternText(pattern);
    assertEquals(await readPattern(text, `${pattern.name}.yaml`), pattern);
    assertEquals(
      patternText(await readPattern(text, `${pattern.name}.yaml`)),
      text,
    );
  }
});

Deno.test("readPattern() keeps texts whatever stands in them", async () => {
  const bodies = [
    "return `\n  two\n\n    lines`;\n",
    "// \"quotes\", 'more', # no comment, {{ }}, é, 🙂: - | >\nreturn;\n",
    "return;",
    "\n  return;\n\n\n",
    "const tab = '\t';\nreturn tab;\n",
  ];
  for (const body of bodies) {
    const text = patternText({ ...SAMPLE_PATTERN, body });
    const read = await readPattern(text, "not_empty.yaml");
    assertEquals(read.body, body);
  }
});

Deno.test("readPattern() says what is wrong, and in which line", async () => {
  const cases: readonly (readonly [string, string])[] = [
    ["", "found no mapping"],
    ["- one\n", "found no mapping"],
    ["unit: [\n", "line 2"],
    [TEXT + "more: 1\n", 'found "more", wanted only unit, behavior'],
    [TEXT + "unit: a\n", "Map keys must be unique"],
    [TEXT.replace(/^behavior:.*$/m, ""), 'found no text in "behavior"'],
    [TEXT.replace(/^behavior:.*$/m, "behavior: 1"), "line 2: found no text"],
    [TEXT.replace(/^behavior:.*$/m, "behavior: '  '"), "line 2: found no text"],
    [
      change("unit", "entities.box.close"),
      'line 1: found "entities.box.close"',
    ],
    [change("unit", "endpoints.__proto__"), "wanted the path of a computed"],
    [change("unit", "entities.lid.actions.close.guard"), "could belong to"],
    [change("unit", "endpoints.box"), 'nothing that "endpoints.box" could'],
    [change("signature", "function guardClose()"), "no head of an exported"],
    [change("signature", "export function guardClose("), "found no TypeScript"],
    [change("body", "if (box {"), "found no TypeScript"],
    [change("body", "}\nconst other = 1;\n{"), "found no TypeScript"],
    [change("test", "import from;"), "found no TypeScript"],
    [
      TEXT.replace("blueprint:", "blueprint: none\nother:"),
      'found "other", wanted only',
    ],
    [`unit: &a x\nbehavior: *a\n`, "found an alias"],
    ["unit: " + "x".repeat(70_000), "found 70006 characters"],
  ];
  for (const [text, wanted] of cases) {
    const { message } = await refusalOf(text);
    assert(message.includes(wanted), `"${message}" lacks "${wanted}"`);
    assert(message.startsWith('Cannot read the pattern "not_empty.yaml"'));
  }
});

Deno.test("readPattern() takes a mapping for the blueprint alone", async () => {
  for (const value of ["none", "[1]", "null"]) {
    const text = TEXT.replace(
      /^blueprint:\n(?: .*\n)+/m,
      `blueprint: ${value}\n`,
    );
    const { message } = await refusalOf(text);
    assert(
      message.includes('line 3: found no mapping in "blueprint"'),
      message,
    );
  }
});

Deno.test("readPattern() takes a file whose name is one", async () => {
  for (const file of ["Not.yaml", "a b.yaml", "../a.yaml", "a.yml", ".yaml"]) {
    const { message } = await refusalOf(TEXT, file);
    assert(message.includes("wanted a name in snake_case"), message);
  }
});

function change(key: "unit" | "signature" | "body" | "test", value: string) {
  return patternText({ ...SAMPLE_PATTERN, [key]: value });
}

async function refusalOf(text: string, file = "not_empty.yaml") {
  return await assertRejects(() => readPattern(text, file), PatternError);
}
