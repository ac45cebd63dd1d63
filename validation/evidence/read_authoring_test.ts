import { assertEquals } from "@std/assert";
import type { AnswerRecord } from "../../generator/authored/answer_record.ts";
import { readAuthoring } from "./read_authoring.ts";

const TOKENS = { input: 1, output: 2, cached: 3 };
const ROW = {
  name: "total",
  units: 1,
  reused: 0,
  failed: 0,
  files: 2,
  lines: 3,
  calls: 4,
  attempts: 5,
  rounds: 6,
  tokens: TOKENS,
  tokensPerCall: 7,
  cost: null,
  sequentialMs: 8,
  parallelMs: 9,
  syntaxErrors: 0,
  syntaxErrorRate: 0,
};
const AUTHORING = {
  schema: "autocoder/authoring/v1",
  model: "a/b",
  price: "1 / 2 USD",
  waves: [ROW],
  types: [],
  total: { ...ROW, peakMemoryBytes: 1 },
  failed: [{ unit: "u", why: "w", faults: ["f"] }],
};
const PLANNED = { model: "p/q", rounds: 1, calls: 2, tokens: TOKENS, ms: 3 };

Deno.test("readAuthoring() reads what the generation told, and no more of it", async () => {
  const figures = {
    name: "total",
    units: 1,
    failed: 0,
    files: 2,
    lines: 3,
    calls: 4,
    attempts: 5,
    rounds: 6,
    tokens: TOKENS,
    cost: null,
    parallelMs: 9,
  };
  assertEquals(
    await read({ authoring: AUTHORING, plannedBy: PLANNED, figures: {} }),
    {
      planned: PLANNED,
      written: {
        model: "a/b",
        price: "1 / 2 USD",
        waves: [figures],
        types: [],
        total: figures,
        failed: [{ unit: "u", why: "w" }],
      },
      kept: [],
    },
  );
});

Deno.test("readAuthoring() finds nothing where no model had a part", async () => {
  assertEquals(await read({ figures: {} }), undefined);
  assertEquals(await read(undefined), undefined);
});

Deno.test("readAuthoring() lists what is kept, also without a record", async () => {
  const answer: AnswerRecord = {
    schema: "autocoder/answer/v1",
    unit: "endpoints.quote",
    key: "k",
    model: "a/b",
    body: "return 1;",
    files: { "tests/authored/quote_endpoint_test.ts": "" },
    rounds: 1,
    calls: 2,
    tokens: TOKENS,
  };
  const { unit, model, rounds, calls, tokens } = answer;
  assertEquals(await read(undefined, [answer]), {
    kept: [{ unit, model, rounds, calls, tokens }],
  });
});

Deno.test("readAuthoring() says what of a record has no known form", async () => {
  const authoring = '"authoring"';
  for (
    const wrong of [
      3,
      null,
      [],
      {},
      { ...AUTHORING, model: 3 },
      { ...AUTHORING, total: undefined },
      { ...AUTHORING, waves: { length: 1 } },
      { ...AUTHORING, waves: [{ ...ROW, calls: "4" }] },
      { ...AUTHORING, total: { ...ROW, cost: "free" } },
      { ...AUTHORING, total: { ...ROW, calls: -1 } },
      { ...AUTHORING, total: { ...ROW, tokens: { input: 1 } } },
      { ...AUTHORING, failed: [{ unit: "u" }] },
    ]
  ) {
    assertEquals(
      await read({ authoring: wrong }),
      { unread: `its ${authoring} has no known form`, kept: [] },
      JSON.stringify(wrong),
    );
  }
  assertEquals(
    await read({ authoring: 3, plannedBy: { model: "p/q" } }),
    { unread: `its ${authoring} and "plannedBy" has no known form`, kept: [] },
  );
  for (const text of ["{", "[]", "3", ""]) {
    assertEquals(await readText(text), {
      unread: "it is no JSON object",
      kept: [],
    });
  }
});

async function read(record: unknown, answers: readonly AnswerRecord[] = []) {
  const text = record === undefined ? undefined : JSON.stringify(record);
  return await readText(text, answers);
}

async function readText(
  text: string | undefined,
  answers: readonly AnswerRecord[] = [],
) {
  const dir = await Deno.makeTempDir();
  try {
    if (text !== undefined) {
      await Deno.mkdir(`${dir}/evidence`);
      await Deno.writeTextFile(`${dir}/evidence/generation.json`, text);
    }
    return await readAuthoring(dir, answers);
  } finally {
    await Deno.remove(dir, { recursive: true });
  }
}
