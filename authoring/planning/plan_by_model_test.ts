import {
  assert,
  assertEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { DIAGNOSTIC_CODES } from "../../generator/blueprint/diagnostic_codes.ts";
import { renderPlanReport } from "../../generator/planner/plan_report.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { ModelFailure } from "../language_model.ts";
import { scriptedModel } from "../scripted_model.ts";
import { planByModel, type PlanningProgress } from "./plan_by_model.ts";
import { PLANNING_EXAMPLE } from "./planning_example.ts";
import {
  answer,
  CLAIMS,
  codes,
  GOOD,
  MISSPELT,
  NOTE,
  REQUEST,
  says,
} from "./testdata/note_answers.ts";

Deno.test("planByModel() makes a checked system of the example it shows", async () => {
  const { request, answer } = PLANNING_EXAMPLE;
  const text = request.join("\n");
  const { prepared, rounds } = await planByModel(
    text,
    says(JSON.stringify(answer)),
  );
  assertEquals(rounds, [[]]);
  assertEquals(codes(prepared), ["AC010"]);
  assert(prepared.model);
  assertEquals(
    prepared.blueprint?.requirements?.map(({ text, covers }) => [
      text,
      covers.length > 0,
    ]),
    request.map((sentence) => [sentence, !sentence.includes("postcard")]),
  );
  assertEquals(
    prepared.understanding?.assumptions,
    [
      'added though not asked for: list, get, create, replace, patch of parcel (say "only …" to leave out what is not wanted)',
      "store: SQLite, nothing was said about storage",
      "port 8080: none was named",
      "public: no users",
    ].slice(1),
  );
});

Deno.test("planByModel() writes a blueprint that is read as the same system", async () => {
  const { prepared } = await planByModel(REQUEST, says(GOOD));
  const again = await prepareBlueprint(prepared.blueprintText, "notes.yaml");
  assertEquals(again.model, prepared.model);
  assertEquals(again.blueprint, prepared.blueprint);
  assertEquals(prepared.source, { name: "request", text: REQUEST });
});

Deno.test("planByModel() shows a model what was found, with the line of its own answer", async () => {
  const model = says(MISSPELT, GOOD);
  const { prepared, rounds, calls, usage } = await planByModel(REQUEST, model);
  assert(prepared.model);
  assertEquals(rounds.map((found) => found.length), [1, 0]);
  assertEquals([calls, usage], [2, { input: 200, output: 20, cached: 0 }]);
  const [first, second] = model.asked;
  assertEquals(first?.turns.length, 1);
  assertEquals(second?.turns.map(({ role }) => role), [
    "user",
    "assistant",
    "user",
  ]);
  assertEquals(second?.turns[0], first?.turns[0]);
  assertEquals(second?.turns[1]?.text, MISSPELT);
  const shown = second?.turns[2]?.text ?? "";
  assertStringIncludes(shown, "error[AC302]");
  assertStringIncludes(shown, '"type": "strng"');
  assertStringIncludes(shown, "^^^");
  assertEquals(prepared.understanding?.plannedBy, {
    model: "scripted/double",
    rounds: 2,
    calls: 2,
    tokens: usage,
    ms: 0,
  });
});

Deno.test("planByModel() ends after two rounds without progress, and gives no blueprint", async () => {
  const model = says(MISSPELT);
  const { prepared, rounds } = await planByModel(REQUEST, model);
  assertEquals([rounds.length, model.asked.length], [3, 3]);
  // What was said before the last answer is not sent again and again.
  assertEquals(model.asked.map(({ turns }) => turns.length), [1, 3, 3]);
  assertEquals(prepared.model, undefined);
  assertEquals([prepared.blueprint, prepared.blueprintText], [undefined, ""]);
  assertEquals(codes(prepared), ["AC020", "AC302"]);
  const [failure, found] = prepared.diagnostics;
  assertStringIncludes(failure?.message ?? "", "in 3 rounds");
  assertEquals(found?.position, undefined);
  assertEquals(found?.path, "entities.note.fields.title.type");
  const told = renderPlanReport(prepared.understanding!);
  assertStringIncludes(
    told,
    "AC020 Cannot plan the request with scripted/double",
  );
  assertStringIncludes(told, "AC302 ");
});

Deno.test("planByModel() goes on as long as there is progress, up to the limit", async () => {
  const worse = (count: number) =>
    answer({
      note: {
        fields: Object.fromEntries(
          Array.from({ length: count }, (_, i) => [`f${i}`, { type: "x" }]),
        ),
      },
    });
  const shrinking = [9, 8, 7, 6, 5, 4, 3, 2, 1].map(worse);
  const five = await planByModel(REQUEST, says(...shrinking));
  assertEquals(five.rounds.map((found) => found.length), [9, 8, 7, 6, 5]);
  const seven = await planByModel(REQUEST, says(...shrinking), {
    maxRounds: 7,
  });
  assertEquals(seven.rounds.length, 7);
  assertEquals(codes(seven.prepared).length, 4);
});

Deno.test("planByModel() takes checks that come later for progress, though they find more", async () => {
  const later = answer({
    note: {
      ...NOTE,
      relations: { a: { belongsTo: "x" }, b: { belongsTo: "y" } },
    },
  });
  const model = says("nonsense", MISSPELT, MISSPELT, later, GOOD);
  const { prepared, rounds } = await planByModel(REQUEST, model);
  assertEquals(rounds.map((found) => found.length), [1, 1, 1, 2, 0]);
  assert(prepared.model);
});

Deno.test("planByModel() asks once more for what is said of the sentences", async () => {
  const model = says(answer({ note: NOTE }, CLAIMS.slice(0, 1)), GOOD);
  const { prepared, rounds } = await planByModel(REQUEST, model);
  assertEquals(rounds.map((found) => found.length), [1, 0]);
  assertStringIncludes(
    model.asked[1]?.turns[2]?.text ?? "",
    "passes the checks",
  );
  assertEquals(codes(prepared), []);
});

Deno.test("planByModel() does not ask twice for that, and keeps the better answer", async () => {
  const poor = answer({ note: NOTE }, CLAIMS.slice(0, 1));
  const poorer = answer({ note: NOTE }, []);
  for (const second of [poorer, MISSPELT, "nonsense", poor]) {
    const model = says(poor, second);
    const { prepared } = await planByModel(REQUEST, model);
    assertEquals(model.asked.length, 2);
    assert(prepared.model);
    assertEquals(codes(prepared), ["AC010"]);
    assertEquals(prepared.blueprint?.requirements?.at(-1), {
      text: "Titles have at most 50 characters.",
      covers: [],
    });
  }
});

Deno.test("planByModel() keeps a plan that is there when nothing better can be had, and says so", async () => {
  const poor = answer({ note: NOTE }, CLAIMS.slice(0, 1));
  const failure = new ModelFailure("overloaded", "Cannot ask the model: busy");
  for (
    const [last, why] of [
      [failure, "Cannot ask the model: busy"],
      [{ finish: "refused" }, "it refused to answer"],
    ] as const
  ) {
    const { prepared } = await planByModel(REQUEST, says(poor, last));
    assert(prepared.model);
    assertEquals(codes(prepared), ["AC010", "AC020"]);
    assertStringIncludes(prepared.diagnostics[1]?.message ?? "", why);
  }
});

Deno.test("planByModel() throws what a model throws while there is no plan", async () => {
  const failure = new ModelFailure("key refused", "Cannot ask: found no key");
  await assertRejects(
    () => planByModel(REQUEST, says(failure)),
    ModelFailure,
    "found no key",
  );
  await assertRejects(
    () => planByModel(REQUEST, says(MISSPELT, failure)),
    ModelFailure,
    "found no key",
  );
});

Deno.test("planByModel() tells of a refusal, of text that is no JSON, and of an answer that was cut", async () => {
  const refused = await planByModel(REQUEST, says({ finish: "refused" }));
  assertEquals(codes(refused.prepared), ["AC020"]);
  assertStringIncludes(
    refused.prepared.diagnostics[0]?.message ?? "",
    "it refused to answer",
  );
  for (
    const reply of ["I would rather not.", "", {
      text: GOOD,
      finish: "truncated",
    }] as const
  ) {
    const model = says(reply);
    const { prepared } = await planByModel(REQUEST, model);
    assertEquals(codes(prepared), ["AC020", "AC022"]);
    for (const { turns } of model.asked) {
      assert(turns.every(({ text }) => text.trim() !== ""));
    }
  }
});

Deno.test("planByModel() ends at once when it is told to", async () => {
  const signal = AbortSignal.abort(new Error("enough"));
  const model = says(GOOD);
  await assertRejects(
    () => planByModel(REQUEST, model, { signal }),
    Error,
    "enough",
  );
  assertEquals(model.asked.length, 0);
  const controller = new AbortController();
  const interrupted = scriptedModel((_, call) => {
    if (call === 1) return answer({ note: NOTE }, []);
    controller.abort(new Error("later"));
    throw controller.signal.reason;
  });
  await assertRejects(
    () => planByModel(REQUEST, interrupted, { signal: controller.signal }),
    Error,
    "later",
  );
});

Deno.test("planByModel() tells how far it is", async () => {
  const seen: PlanningProgress[] = [];
  await planByModel(REQUEST, says(MISSPELT, GOOD), {
    onProgress: (progress) => seen.push(progress),
  });
  assertEquals(seen.map(({ kind, round }) => `${kind} ${round}`), [
    "asked 1",
    "text 1",
    "found 1",
    "asked 2",
    "text 2",
    "found 2",
  ]);
});

Deno.test("planByModel() asks nobody about a request that no planner is given", async () => {
  const model = says(GOOD);
  const cases = [
    ["", "AC002"],
    ["Keep \u202enotes.", "AC107"],
    [`Keep ${"a ".repeat(40_000)}`, "AC003"],
    [`Keep ${"a".repeat(10_001)}.`, "AC003"],
    ["Keep a.\n".repeat(1001), "AC003"],
  ] as const;
  for (const [request, code] of cases) {
    const { prepared, calls } = await planByModel(request, model);
    assertEquals([codes(prepared), calls], [[code], 0], request.slice(0, 20));
    assert(!prepared.model);
  }
  assertEquals(model.asked.length, 0);
});

Deno.test("every diagnostic of a model's plan is documented", async () => {
  const used = new Set<string>();
  for await (const { name } of Deno.readDir(new URL("./", import.meta.url))) {
    if (!/(?<!_test)\.ts$/.test(name)) continue;
    const text = await Deno.readTextFile(new URL(name, import.meta.url));
    for (const [, code = ""] of text.matchAll(/"(AC\d{3})"/g)) used.add(code);
  }
  assertEquals([...used].toSorted(), [
    "AC003",
    "AC010",
    "AC020",
    "AC021",
    "AC022",
    "AC023",
    "AC024",
    "AC025",
    "AC026",
  ]);
  assertEquals([...used].filter((code) => !DIAGNOSTIC_CODES[code]), []);
});
