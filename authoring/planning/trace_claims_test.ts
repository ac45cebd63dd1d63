import { assertEquals, assertStringIncludes } from "@std/assert";
import { parseBlueprint } from "../../generator/blueprint/parse.ts";
import { sentencesOf } from "../../generator/planner/sentences.ts";
import type { PatternReading } from "./pattern_reading.ts";
import type { SentenceClaim } from "./read_answer.ts";
import { traceClaims } from "./trace_claims.ts";

const { blueprint } = parseBlueprint(`
system: notes
entities:
  note:
    fields: { title: { type: string, required: true, maxLength: 50 } }
`);
if (!blueprint) throw new Error("no blueprint");

function trace(
  request: string,
  claims: readonly Partial<SentenceClaim>[],
  kind: PatternReading["kind"] = "understood",
  refs: PatternReading["refs"] = [],
  rules: PatternReading["rules"] = [],
) {
  const whole = claims.map((claim) => ({
    sentence: 1,
    paths: [],
    missing: [],
    ...claim,
  }));
  return traceClaims(
    whole,
    sentencesOf(request),
    blueprint!,
    () => ({ kind, refs, rules }),
  );
}

Deno.test("traceClaims() makes requirements of what sentences became", () => {
  const traced = trace("Keep notes.\nA title is required.", [
    { sentence: 1, paths: ["note", "entities.note"] },
    { sentence: 2, paths: ["entities.note.fields.title.required"] },
  ]);
  assertEquals(traced.requirements, [
    { text: "Keep notes.", covers: ["note"] },
    { text: "A title is required.", covers: ["note.title.required"] },
  ]);
  assertEquals(traced.sentences, [
    {
      text: "Keep notes.",
      line: 1,
      became: [{ ref: "note", phrase: "entity note" }],
      status: "understood",
    },
    {
      text: "A title is required.",
      line: 2,
      became: [{
        ref: "note.title.required",
        phrase: "title of note: required",
      }],
      status: "understood",
    },
  ]);
  assertEquals([traced.faults, traced.diagnostics], [[], []]);
});

Deno.test("traceClaims() tells of a path that is not there, and makes nothing of it", () => {
  const { sentences, requirements, diagnostics, faults } = trace(
    "Notes have tags.",
    [{ paths: ["note.tags"] }],
  );
  assertEquals(sentences[0]?.status, "not_understood");
  assertEquals(sentences[0]?.notUnderstood, ["Notes have tags."]);
  assertEquals(requirements, []);
  assertEquals(
    diagnostics.map(({ code, severity, position }) => ({
      code,
      severity,
      position,
    })),
    [
      {
        code: "AC021",
        severity: "warning",
        position: { line: 1, column: 1, length: 16 },
      },
      {
        code: "AC010",
        severity: "warning",
        position: { line: 1, column: 1, length: 16 },
      },
    ],
  );
  assertEquals(faults.length, 1);
  assertStringIncludes(faults[0] ?? "", 'Cannot find "note.tags"');
});

Deno.test("traceClaims() takes a sentence that nobody claims for not understood", () => {
  const { sentences, faults } = trace("Keep notes.\nSend faxes.", [
    { sentence: 1, paths: ["note"] },
  ]);
  assertEquals(sentences.map(({ status }) => status), [
    "understood",
    "not_understood",
  ]);
  assertStringIncludes(faults.join(), "Sentence 2: found no claim");
});

Deno.test("traceClaims() takes no model's word that a sentence says nothing", () => {
  const claims = [{ paths: [], note: "This is only context." }];
  const [said] = trace("Send faxes.", claims).sentences;
  assertEquals(said?.status, "not_understood");
  assertEquals(said?.note, "This is only context.");
  const hello = trace("Hello there!", claims, "context");
  assertEquals(hello.sentences, [
    { text: "Hello there!", line: 1, became: [], status: "context" },
  ]);
  assertEquals(hello.diagnostics, []);
  const more = [{ paths: ["note"], missing: ["there"] }];
  const [partly] = trace("Hello there!", more, "context").sentences;
  assertEquals([partly?.status, partly?.notUnderstood], ["partly", ["there"]]);
  const silent = trace("Hello there!", [], "context");
  assertEquals([silent.sentences, silent.faults], [hello.sentences, []]);
});

Deno.test("traceClaims() quotes what is missing of a sentence", () => {
  const { sentences, requirements, faults } = trace(
    "Keep notes and fax them.",
    [{ paths: ["note"], missing: ["fax them"], note: "No faxes." }],
  );
  assertEquals(sentences[0]?.status, "partly");
  assertEquals(sentences[0]?.notUnderstood, ["fax them"]);
  assertEquals(sentences[0]?.note, "No faxes.");
  assertEquals(requirements.length, 1);
  assertEquals(faults, []);
});

Deno.test("traceClaims() takes the whole sentence where the words that are missing do not stand in it", () => {
  const { sentences, faults } = trace("Keep notes and fax them.", [
    { paths: ["note"], missing: ["send e-mail"] },
  ]);
  assertEquals(sentences[0]?.notUnderstood, ["Keep notes and fax them."]);
  assertStringIncludes(faults.join(), 'missing part "send e-mail", wanted it');
});

Deno.test("traceClaims() tells of figures that got lost, once they are not told as missing", () => {
  const request = "Titles have at most 60 characters.";
  const lost = trace(request, [{ paths: ["note.title.maxLength"] }]);
  assertEquals(lost.diagnostics.map(({ code }) => code), ["AC026"]);
  assertStringIncludes(lost.faults.join(), 'the figure "60"');
  // Nobody takes it for built, though there is a limit.
  const [sentence] = lost.sentences;
  assertEquals([sentence?.status, sentence?.notUnderstood], [
    "partly",
    [request],
  ]);
  const missing = ["at most 60 characters"];
  const told = trace(request, [{ paths: ["note.title"], missing }]);
  assertEquals(told.diagnostics.map(({ code }) => code), ["AC010"]);
});

Deno.test("traceClaims() tells of sentences that the request does not have", () => {
  const { faults } = trace("Keep notes.", [
    { sentence: 1, paths: ["note"] },
    { sentence: 2, paths: ["note"] },
    { sentence: 0, paths: ["note"] },
  ]);
  assertEquals(faults, [
    "Cannot find sentence 2: found 1 in the request",
    "Cannot find sentence 0: found 1 in the request",
  ]);
});

Deno.test("traceClaims() takes no sentence that patterns do not read for built because its subject is there", () => {
  const request = "Overdue notes are faxed to the tax office.";
  for (
    const path of ["note", "http", "store.sqlite", "system", "note.title"]
  ) {
    const { sentences, requirements, diagnostics, faults } = trace(
      request,
      [{ paths: ["note", path] }],
      "unread",
    );
    assertEquals(sentences[0]?.status, "not_understood", path);
    assertEquals([requirements, sentences[0]?.became], [[], []]);
    assertEquals(diagnostics.map(({ code }) => code), ["AC021", "AC010"]);
    assertStringIncludes(faults.join(), "wanted the place that says");
  }
  for (
    const [paths, kind] of [
      [["note"], "understood"],
      [["note"], "context"],
    ] as const
  ) {
    const { sentences, faults } = trace(request, [{ paths }], kind);
    assertEquals([sentences[0]?.status, faults], ["understood", []]);
  }
});

Deno.test("traceClaims() finds claims that belong to another sentence", () => {
  const claims = [{ paths: ["store.sqlite", "note.title.maxLength"] }];
  const { sentences, diagnostics } = trace("Send faxes.", claims);
  assertEquals(sentences[0]?.status, "not_understood");
  assertEquals(diagnostics.map(({ code }) => code), ["AC021", "AC010"]);
  // What patterns make of the sentence is as good as a word.
  const read = trace("Send faxes.", claims, "understood", ["store.sqlite"]);
  assertEquals(read.sentences[0]?.status, "understood");
});

Deno.test("traceClaims() takes no sentence for built of which a rule does not hold", () => {
  const rules: PatternReading["rules"] = [{
    kind: "setting",
    entity: "note",
    member: "title",
    setting: "unique",
    field: { type: "string", unique: true },
  }];
  const request = "Notes have a unique title, and smell.";
  const told = (
    missing: readonly string[],
    reader: PatternReading["kind"] = "understood",
  ) => trace(request, [{ paths: ["note.title"], missing }], reader, [], rules);
  const { sentences, diagnostics, faults } = told([]);
  assertEquals([sentences[0]?.status, sentences[0]?.notUnderstood], [
    "partly",
    [request],
  ]);
  assertEquals(diagnostics.map(({ code }) => code), ["AC021", "AC010"]);
  assertStringIncludes(faults.join(), '"unique of title of note"');
  for (const part of [".", "have", "Notes"]) {
    assertEquals(told([part]).sentences[0]?.notUnderstood, [request], part);
  }
  assertEquals(told([], "unread").sentences[0]?.status, "not_understood");
  // What lacks is told.
  assertEquals(told(["unique"]).sentences[0]?.notUnderstood, ["unique"]);
});

Deno.test("traceClaims() takes no limit for built because a description repeats it", () => {
  const { blueprint: told } = parseBlueprint(`
system: notes
entities:
  note:
    fields:
      title: { type: string, description: "Titles that rhyme are refused. A title is what is shown." }
      body: { type: string, minLength: 1, description: "Titles that rhyme are refused." }
    hooks: { beforeCreate: { behavior: "Titles that rhyme are refused." } }
`);
  const statusOf = (text: string, ...paths: string[]) =>
    traceClaims(
      [{ sentence: 1, paths, missing: [] }],
      sentencesOf(text),
      told!,
      () => ({ kind: "unread", refs: [], rules: [] }),
    ).sentences[0]?.status;
  const limit = "Rhyming titles are refused.";
  const description = "entities.note.fields.title.description";
  for (const path of ["note.title", "note.body", description]) {
    assertEquals(statusOf(limit, "note", path), "not_understood", path);
  }
  const hook = "entities.note.hooks.beforeCreate";
  assertEquals(statusOf(limit, "note.title", hook), "understood");
  assertEquals(statusOf("It is what is shown.", "note.title"), "understood");
});

Deno.test("traceClaims() takes a behaviour for a rule only if it speaks of one", () => {
  const statusOf = (behavior: string) => {
    const { blueprint: hooked } = parseBlueprint(`
system: notes
entities:
  note:
    fields: { title: { type: string } }
    hooks: { beforeCreate: { behavior: "${behavior}" } }
`);
    const paths = ["note.title", "entities.note.hooks.beforeCreate"];
    const asked = { entity: "note", member: "title" };
    return traceClaims(
      [{ sentence: 1, paths, missing: [] }],
      sentencesOf("Titles are unique."),
      hooked!,
      () => ({
        kind: "understood",
        refs: ["note.title"],
        rules: [{ kind: "setting", ...asked, setting: "unique" }],
      }),
    ).sentences[0]?.status;
  };
  assertEquals(statusOf("It takes the title as it is."), "partly");
  assertEquals(statusOf("A title that is there already fails."), "understood");
});

Deno.test("traceClaims() takes an entity for nothing where patterns read more of a sentence", () => {
  const claims = [{ paths: ["note", "note.title"] }];
  const statusOf = (text: string, ...refs: string[]) =>
    trace(text, claims, "understood", refs).sentences[0]?.status;
  assertEquals(
    statusOf("Delete notes.", "note", "note.delete"),
    "not_understood",
  );
  assertEquals(statusOf("Delete notes.", "note", "note.title"), "understood");
  const kept = ["list", "get", "create", "patch"].map((one) => `note.${one}`);
  assertEquals(statusOf("We administer notes.", "note", ...kept), "understood");
});
