import { assertEquals, assertStringIncludes } from "@std/assert";
import type { ModelReply } from "../language_model.ts";
import { readAnswer } from "./read_answer.ts";

function reply(value: unknown, parts: Partial<ModelReply> = {}): ModelReply {
  return {
    text: JSON.stringify(value) ?? "",
    value,
    finish: "done",
    usage: { input: 0, output: 0, cached: 0 },
    attempts: 1,
    ms: 0,
    ...parts,
  };
}

const BLUEPRINT = { system: "notes", entities: { note: { fields: {} } } };

Deno.test("readAnswer() gives the blueprint line by line, and the claims", () => {
  const sentences = [
    { sentence: 1, paths: ["note"] },
    { sentence: 2, paths: [], missing: ["fax"], note: " no\u001bfax " },
    { sentence: 3, paths: [], note: null },
  ];
  const answer = readAnswer(reply({ blueprint: BLUEPRINT, sentences }));
  assertEquals(answer, {
    text: JSON.stringify(BLUEPRINT, null, 2),
    claims: [
      { sentence: 1, paths: ["note"], missing: [] },
      { sentence: 2, paths: [], missing: ["fax"], note: "no\\u001bfax" },
      { sentence: 3, paths: [], missing: [] },
    ],
  });
});

const REFUSED: readonly (readonly [string, unknown, string])[] = [
  ["a list", [], 'found "[]", wanted one JSON object'],
  ["null", null, 'found "null", wanted one JSON object'],
  [
    "no blueprint",
    { sentences: [] },
    '"blueprint" of the answer: found nothing',
  ],
  [
    "a list as blueprint",
    { blueprint: [], sentences: [] },
    "found a list, wanted an object",
  ],
  [
    "a blueprint without a name",
    { blueprint: { entities: {} }, sentences: [] },
    '"blueprint.system" of the answer: found nothing, wanted a name',
  ],
  ["no sentences", { blueprint: BLUEPRINT }, '"sentences" of the answer'],
  [
    "another key",
    { blueprint: BLUEPRINT, sentences: [], files: [] },
    '"files" of the answer: found "a key"',
  ],
  [
    "requirements",
    { blueprint: { ...BLUEPRINT, requirements: [] }, sentences: [] },
    '"blueprint.requirements" of the answer: found a list, wanted nothing',
  ],
  [
    "wiring",
    { blueprint: { ...BLUEPRINT, components: {} }, sentences: [] },
    '"blueprint.components"',
  ],
  [
    "a sentence that is a text",
    { blueprint: BLUEPRINT, sentences: ["note"] },
    '"sentences[0]" of the answer: found "note"',
  ],
  [
    "a sentence without a number",
    { blueprint: BLUEPRINT, sentences: [{ sentence: "1", paths: [] }] },
    '"sentences[0].sentence"',
  ],
  [
    "half a number",
    { blueprint: BLUEPRINT, sentences: [{ sentence: 1.5, paths: [] }] },
    '"sentences[0].sentence"',
  ],
  [
    "a path that is no text",
    { blueprint: BLUEPRINT, sentences: [{ sentence: 1, paths: [1] }] },
    '"sentences[0].paths"',
  ],
  [
    "a missing part that is a text alone",
    {
      blueprint: BLUEPRINT,
      sentences: [{ sentence: 1, paths: [], missing: "x" }],
    },
    '"sentences[0].missing"',
  ],
  [
    "a note that is no text",
    { blueprint: BLUEPRINT, sentences: [{ sentence: 1, paths: [], note: 1 }] },
    '"sentences[0].note"',
  ],
  [
    "a key of a sentence that nobody knows",
    { blueprint: BLUEPRINT, sentences: [{ sentence: 1, paths: [], ok: true }] },
    '"sentences[0].ok"',
  ],
];

for (const [name, value, wanted] of REFUSED) {
  Deno.test(`readAnswer() refuses ${name}`, () => {
    const answer = readAnswer(reply(value));
    assertStringIncludes(typeof answer === "string" ? answer : "read", wanted);
  });
}

Deno.test("readAnswer() tells a text from JSON, and an answer that was cut", () => {
  const text = "Sure! Here is your blueprint:\nsystem: notes";
  assertEquals(
    readAnswer(reply(undefined, { text })),
    'Cannot read the answer: found "Sure! Here is your blueprint:\\nsystem: notes", wanted one JSON object with "blueprint" and "sentences"',
  );
  const answer = { blueprint: BLUEPRINT, sentences: [] };
  const cut = readAnswer(reply(answer, { finish: "truncated" }));
  assertStringIncludes(String(cut), "found its end missing");
});
