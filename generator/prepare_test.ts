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

Deno.test("prepareRequest() quotes what would make its blueprint one that is refused", async () => {
  const letters = "abcdefghijklmnopqrstuvwxyz";
  const names = Array.from(
    { length: 210 },
    (_, n) => `z${letters[n % 26]}o${letters[Math.floor(n / 26)]}k`,
  );
  const request = names.map((name) => `Add ${name}s with a title.`).join("\n");
  const { model, diagnostics } = await prepareRequest(request);
  assert(!hasErrors(diagnostics));
  assertEquals(model?.entities.length, 200);
  const told = diagnostics.filter(({ severity }) => severity === "warning");
  assertEquals(told.length, 10);
  assertEquals(told[0]?.position?.line, 201);
  assertStringIncludes(told[0]?.message ?? "", "AC305");
});

Deno.test("prepareBlueprint() tells of endpoints whose path or name something else has", async () => {
  const of = async (endpoints: string, rest = "") => {
    const { diagnostics } = await prepareBlueprint(
      `system: clashes
users: { roles: [boss] }
${rest}
entities:
  user:
    fields: { email: { type: email, required: true, unique: true } }
    access: { read: users }
  note:
    fields: { title: { type: string }, open: { type: boolean, default: true } }
    actions: { close: { set: { open: false } } }
    access: { read: users, write: users, close: users }
endpoints:
${endpoints}`,
      "clashes.yaml",
    );
    return diagnostics.filter(({ severity }) => severity === "error")
      .map(({ code, message, position }) =>
        `${code} ${(position?.line ?? 0) - 13} ${message.split("found ")[1]}`
      );
  };
  const at = (path: string, method = "GET", name = "own") =>
    `  ${name}: { method: ${method}, path: "${path}", access: users, run: return }`;
  assertEquals(await of(at("/notes")), ["AC644 0 GET /notes"]);
  assertEquals(await of(at("/notes/latest")), ["AC644 0 GET /notes/{id}"]);
  assertEquals(await of(at("/{kind}/{id}")), [
    'AC644 0 "/auth", where users sign in',
  ]);
  assertEquals(await of(at("/notes/{id}/close", "POST")), [
    "AC644 0 POST /notes/{id}/close",
  ]);
  assertEquals(await of(at("/health/own")), [
    'AC644 0 that every system has "/health"',
  ]);
  assertEquals(await of(at("/auth/own")), [
    'AC644 0 "/auth", where users sign in',
  ]);
  assertEquals(
    await of([at("/sums/{a}"), at("/sums/{b}", "GET", "other")].join("\n")),
    ["AC644 1 GET /sums/{a}"],
  );
  assertEquals(await of(at("/notes/latest", "POST")), []);
  assertEquals(await of(at("/own", "GET", "list_notes")), [
    'AC646 0 that something else is named "listNotes"',
  ]);
  assertEquals(await of(at("/notes", "GET"), "api: { basePath: /v1 }"), [
    "AC644 0 GET /v1/notes",
  ]);
});
