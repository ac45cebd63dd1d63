import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { hasErrors, prepareBlueprint, prepareRequest } from "./prepare.ts";

const HEAD = "system: shop\nentities:\n  item:\n    fields:\n";

Deno.test("prepareBlueprint() tells of fields that no text fits, where they stand", async () => {
  const unfit = [
    ['code: { type: string, pattern: "[a-z]{3}", minLength: 5 }', 38],
    ['code: { type: string, pattern: "a(?=b)c" }', 38],
    [
      'code: { type: string, pattern: "(ab)+", minLength: 5, maxLength: 5 }',
      38,
    ],
    ['mail: { type: email, pattern: "[a-z]+" }', 37],
  ] as const;
  for (const [field, column] of unfit) {
    const { model, diagnostics } = await prepareBlueprint(
      `${HEAD}      ${field}\n`,
      "shop.yaml",
    );
    assertEquals(model, undefined, field);
    assertEquals(
      diagnostics.map(({ code, position }) => [
        code,
        position?.line,
        position?.column,
      ]),
      [["AC317", 5, column]],
      field,
    );
  }
});

Deno.test("prepareBlueprint() finds the texts of patterns that seldom make them by chance", async () => {
  const fit = [
    'pattern: "[A-Z]+", minLength: 150',
    'pattern: "[a-z]{1,50}-[a-z]{1,50}", minLength: 90',
    'pattern: "(?=.*\\\\d)[a-z\\\\d]{8,}"',
    'pattern: "a(?!b).+", minLength: 3',
  ];
  for (const settings of fit) {
    const { model, diagnostics } = await prepareBlueprint(
      `${HEAD}      code: { type: string, ${settings} }\n`,
      "shop.yaml",
    );
    assertEquals(diagnostics, []);
    assert(model?.entities[0]?.fields[0]?.examples?.length, settings);
  }
});

Deno.test("prepareRequest() refuses what is invisible, where it stands", async () => {
  for (const character of ["\u001b", "\u0000", "\u202e", "\ud800", "\u2028"]) {
    const prepared = await prepareRequest(
      `Keep tasks.\r\nList ${character}tasks.`,
    );
    const [found, ...others] = prepared.diagnostics;
    assertEquals(others, []);
    assertEquals(found?.code, "AC107");
    assertEquals(found?.position, { line: 2, column: 6 });
    assert(!prepared.model && !prepared.blueprint);
  }
  const plain = await prepareRequest("Keep tasks\twith title.\r\nList tasks.");
  assert(plain.model);
});

Deno.test("prepareRequest() holds its blueprint to what a written one must keep", async () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const names = Array.from(
    { length: 210 },
    (_, n) => `z${letters[n % 26]}o${letters[Math.floor(n / 26)]}k`,
  );
  const request = names.map((name) => `Add ${name}s with a title.`).join("\n");
  const { model, diagnostics } = await prepareRequest(request);
  assert(hasErrors(diagnostics) && !model);
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  assertEquals(errors.map(({ code }) => code), ["AC305"]);
  assertStringIncludes(errors[0]?.message ?? "", "210 entries");
});
