import { assertEquals } from "@std/assert";
import { readClaims } from "./read_claims.ts";

const STEP = {
  purpose: "check",
  as: "nobody",
  method: "get",
  path: "/tasks",
  status: 200,
};

Deno.test("readClaims() reads what the schema asks for", () => {
  const step = {
    ...STEP,
    params: [{ name: "id", value: "$task" }],
    query: [{ name: "limit", value: "1" }],
    headers: [],
    body: '{"title": ["tea"]}',
    expect: [{ member: "items", is: "length", value: 1 }],
    save: [{ name: "task", member: "items.0.id" }],
  };
  const claims = [{ quote: "words", shows: "that", steps: [step] }];
  assertEquals(readClaims({ claims }), [{
    quote: "words",
    shows: "that",
    steps: [{
      purpose: "check",
      status: 200,
      as: "nobody",
      method: "GET",
      path: "/tasks",
      params: [{ name: "id", value: "$task" }],
      query: [{ name: "limit", value: "1" }],
      headers: [],
      body: { title: ["tea"] },
      expect: [{ member: "items", is: "length", value: 1 }],
      save: [{ name: "task", member: "items.0.id" }],
    }],
  }]);
});

Deno.test("readClaims() takes what small models write instead", () => {
  const steps = [
    { ...STEP, body: { title: "tea" }, params: { id: 7 }, query: null },
    { ...STEP, body: "", expect: [{ member: "id", is: "present" }] },
  ];
  const [claim] = readClaims({ claims: [{ quote: "words", steps }] }) ?? [];
  if (!claim || "fault" in claim) throw new Error(JSON.stringify(claim));
  assertEquals(claim.steps.map(({ body }) => body), [
    { title: "tea" },
    undefined,
  ]);
  assertEquals(claim.steps[0]?.params, [{ name: "id", value: "7" }]);
  assertEquals(claim.steps[1]?.expect, [
    { member: "id", is: "present", value: null },
  ]);
  assertEquals(claim.shows, "");
});

Deno.test("readClaims() says what cannot be read, and keeps the rest", () => {
  const wrong: readonly (readonly [unknown, string])[] = [
    [{ ...STEP, purpose: "hack" }, '"purpose"'],
    [{ ...STEP, status: "200" }, '"status"'],
    [{ ...STEP, status: 200.5 }, '"status"'],
    [{ ...STEP, path: 1 }, '"path"'],
    [{ ...STEP, as: undefined }, '"as"'],
    [{ ...STEP, body: "{title" }, '"body"'],
    [{ ...STEP, expect: {} }, '"expect"'],
    [{ ...STEP, expect: [{ member: "id", is: "matches" }] }, '"is"'],
    [
      { ...STEP, expect: [{ member: "id", is: "equals", value: {} }] },
      '"value',
    ],
    [{ ...STEP, save: [{ name: "x" }] }, '"save.member"'],
    [{ ...STEP, query: [{ name: "x", value: ["y"] }] }, '"query.value"'],
    [null, '"purpose"'],
  ];
  const claims = wrong.map(([step]) => ({
    quote: "words",
    steps: [STEP, step],
  }));
  const read = readClaims({ claims: [...claims, { steps: "none" }, 7] }) ?? [];
  for (const [i, [step, word]] of wrong.entries()) {
    const claim = read[i];
    const fault = claim && "fault" in claim ? claim.fault : "none";
    assertEquals(
      [fault.startsWith("step 2: "), fault.includes(word)],
      [true, true],
      `${JSON.stringify(step)}: ${fault}`,
    );
  }
  assertEquals(read.slice(wrong.length), [
    { quote: "", shows: "", fault: '"steps" is no list' },
    { quote: "", shows: "", steps: [] },
  ]);
});

Deno.test("readClaims() is undefined for what holds no list of claims", () => {
  for (const value of [undefined, null, [], {}, { claims: {} }, "claims"]) {
    assertEquals(readClaims(value), undefined);
  }
  assertEquals(readClaims({ claims: [] }), []);
});
