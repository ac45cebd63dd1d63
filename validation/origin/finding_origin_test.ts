import { assert, assertEquals } from "@std/assert";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { readSubject } from "../read_subject.ts";
import type { FindingDraft } from "../tier.ts";
import { originFinder } from "./finding_origin.ts";
import { originText } from "./origin_text.ts";

const TEXT = `schema: autocoder/v1
system: origins
store: { engine: sqlite }
users: { registration: open }
entities:
  listing:
    fields:
      title: { type: string, required: true }
      priceCents: { type: integer, min: 0 }
      sold: { type: boolean, default: false }
    relations:
      seller: { belongsTo: user }
    actions:
      mark_sold: { set: { sold: true } }
    access: { read: everyone, write: users }
  note:
    fields:
      text: { type: text }
    access: { read: everyone, write: users }
endpoints:
  cheapest:
    path: /cheapest
    access: everyone
    answer: { title: { type: string } }
    run: |
      return { title: "x" };
requirements:
  - { text: Sell listings, covers: [listing.mark_sold, listing.title] }
`;

Deno.test("originOf() leads from a place in the output to the line and the template", async (t) => {
  await using written = await system();
  const { lead, line } = written;
  const cases: readonly (readonly [string, Partial<FindingDraft>, string])[] = [
    [
      "a type error that names a field",
      { place: "models/listing.ts:1:1", cause: "TS2551 'titel' or 'title'?" },
      at("      title:", "templates/models/entity.ts.eta"),
    ],
    [
      "a line that has one field",
      { place: await line("models/listing.ts", "readonly priceCents") },
      at("      priceCents:", "templates/models/entity.ts.eta"),
    ],
    [
      "a line that has the field of a relation",
      { place: await line("models/listing.ts", "readonly sellerId") },
      at("      seller:", "templates/models/entity.ts.eta"),
    ],
    [
      "a line about nothing in particular",
      { place: "components/listing_store.ts:2:1" },
      at("  listing:", "templates/components/store.ts.eta"),
    ],
    [
      "a line about two fields",
      {
        place: "tests/unit/listing_controller_test.ts:2:1",
        cause: '"ListingController refuses title and priceCents": Error: no',
      },
      at("  listing:"),
    ],
    [
      "a file about the whole, by the nearest subject above",
      { place: await line("migrations/0001_initial.sql", '"price_cents"') },
      at("      priceCents:", "templates/migrations/0001_initial.sql.eta"),
    ],
    [
      "what is planned without a template",
      { place: "deno.json: tasks.start" },
      at("system:", "generator/plan/project_files.ts"),
    ],
    [
      "what is copied, which no line made",
      { place: "kit/log.ts" },
      "made by templates/kit/log.ts",
    ],
    [
      "an endpoint of the system's own",
      { place: "GET /cheapest", cause: "found 500" },
      at("  cheapest:"),
    ],
    [
      "an operation of an entity",
      { place: "PATCH /listings/018f-a" },
      at("  listing:"),
    ],
    [
      "an action",
      { place: "POST /listings/{id}/mark-sold" },
      at("      mark_sold:"),
    ],
    ["signing in", { place: "POST /auth/login" }, at("users:")],
    [
      "a requirement without a test",
      { place: "tests/acceptance_test.ts: R1", cause: "found no test" },
      "{ text: Sell listings",
    ],
    [
      "the test of what a requirement became",
      {
        place: "tests/acceptance_test.ts:9",
        cause: '"R1 listing.title: Sell"',
      },
      "      title:",
    ],
    [
      "a line of the blueprint itself",
      {
        place: "blueprint.yaml:27:9 (logic/cheapest_endpoint.ts:18:3)",
      },
      "blueprint.yaml:27:9, made by templates/logic/endpoint.ts.eta",
    ],
  ];
  for (const [what, draft, wanted] of cases) {
    await t.step(what, async () => {
      const found = await lead(draft);
      assert(found.startsWith(placeOf(wanted)), `${found}, not ${wanted}`);
      assert(found.endsWith(wanted.split(" => ")[1] ?? ""), found);
    });
  }
});

Deno.test("originOf() leads from a failed test to what it tests, and to where it failed", async () => {
  await using written = await system();
  const { finder } = written;
  const unit = await finder.originOf({
    code: "V205",
    place: "tests/unit/listing_store_test.ts:12",
    cause: '"ListingStore keeps the title": Error: found another',
    nextStep: "",
  });
  assertEquals(unit?.template, "templates/components/store.ts.eta");
  assertEquals(unit?.otherTemplates, [
    "templates/tests/unit/store_test.ts.eta",
  ]);
  assertEquals(unit?.blueprint?.path, "entities.listing.fields.title");
  const contract = await finder.originOf({
    code: "V303",
    place: "tests/contract/listing_test.ts:12",
    cause: '"PUT /listings/{id} replaces a listing": Error: found another',
    nextStep: "",
    frames: [
      "tests/test_system.ts:3:9",
      "validations/listing_rules.ts:33:9",
      "components/listing_controller.ts:33:9",
      "tests/contract/listing_test.ts:12:3",
    ],
  });
  assertEquals(
    contract?.template,
    "templates/validations/entity_rules.ts.eta",
  );
  assertEquals(contract?.generated, "validations/listing_rules.ts:33:9");
  const copied = await finder.originOf({
    code: "V205",
    place: "tests/unit/listing_store_test.ts:12",
    cause: '"ListingStore keeps what it has": Error: found another',
    nextStep: "",
    frames: ["kit/problem.ts:7:5", "tests/unit/listing_store_test.ts:12:3"],
  });
  assertEquals(copied?.generated, "kit/problem.ts:7:5");
  assertEquals(copied?.otherTemplates?.at(-1), "templates/kit/problem.ts");
  assertEquals(copied?.blueprint?.path, "entities.listing");
});

Deno.test("originOf() tells an edit from what was generated", async () => {
  await using written = await system();
  const path = `${written.dir}/components/listing_store.ts`;
  const { finder } = written;
  const finding = {
    code: "V205",
    place: "tests/unit/listing_store_test.ts:12",
    cause: '"ListingStore keeps what it has": Error: found another',
    nextStep: "",
  } as const;
  assertEquals((await finder.originOf(finding))?.edited, undefined);
  await Deno.writeTextFile(path, "// mine\n", { append: true });
  assertEquals((await finder.originOf(finding))?.edited, [
    "components/listing_store.ts",
  ]);
});

/** The line that begins so, and what made the file. */
function at(start: string, template?: string): string {
  return template === undefined ? start : `${start} => made by ${template}`;
}

function placeOf(wanted: string): string {
  const [start = ""] = wanted.split(" => ");
  const lines = TEXT.split("\n");
  const line = lines.findIndex((one) => one.includes(start)) + 1;
  if (line === 0) return start;
  const column = (lines[line - 1] ?? "").indexOf(start.trim()) + 1;
  return `blueprint.yaml:${line}:${column} `;
}

async function system() {
  const { model, diagnostics } = await prepareBlueprint(TEXT, "origins.yaml");
  assert(model, JSON.stringify(diagnostics));
  const { files } = await generateFiles(model, TEXT);
  const parent = await Deno.makeTempDir({ prefix: "autocoder-origins-" });
  const dir = await writeSystem(`${parent}/system`, files);
  const finder = originFinder(await readSubject(dir));
  return {
    dir,
    finder,
    line: async (path: string, text: string) => {
      const lines = (await Deno.readTextFile(`${dir}/${path}`)).split("\n");
      const index = lines.findIndex((line) => line.includes(text));
      assert(index >= 0, `${path} has no ${text}`);
      return `${path}:${index + 1}`;
    },
    lead: async (draft: Partial<FindingDraft>) => {
      const whole = {
        code: "V303",
        place: "",
        cause: "",
        nextStep: "",
      } as const;
      const origin = await finder.originOf({ ...whole, ...draft });
      return origin ? originText(origin) : "";
    },
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}
