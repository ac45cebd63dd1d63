import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { startScriptedServer } from "../authoring/testdata/scripted_server.ts";
import { type Value, withAgent } from "./mcp_agent.ts";

const UNIT = "entities.parcel.fields.cents.computed";
const PARCELS = `system: parcels
store: { engine: memory }
entities:
  parcel:
    operations: [list, get, create]
    fields:
      grams: { type: integer, required: true, min: 1, max: 30000 }
      cents:
        type: integer
        computed: { behavior: "500 up to 1000 grams, else 900" }
`;
const ANSWER = `\`\`\`ts file=parcel_cents_computed.ts
export function computeCents(
  parcel: Omit<Parcel, "updatedAt" | "cents">,
): number | null {
  return parcel.grams <= 1000 ? 500 : 900;
}
\`\`\`

\`\`\`ts file=tests/authored/parcel_cents_computed_test.ts
import assert from "node:assert/strict";
import { computeCents } from "../../logic/parcel_logic.ts";

const parcel = {
  id: "00000000-0000-7000-8000-000000000000",
  createdAt: "2026-01-01T00:00:00.000Z",
};

Deno.test("computeCents() takes 500 up to 1000 grams", () => {
  assert.equal(computeCents({ ...parcel, grams: 1 }), 500);
  assert.equal(computeCents({ ...parcel, grams: 1000 }), 500);
});

Deno.test("computeCents() takes 900 above", () => {
  assert.equal(computeCents({ ...parcel, grams: 1001 }), 900);
});
\`\`\`
`;

Deno.test("an agent has behaviours written where the server has a model, and generates from its answers where it has none", async () => {
  const answers = ["I would rather not.", ANSWER];
  await using server = startScriptedServer(answers);
  await withAgent(async ({ value, root }) => {
    const notes: (string | undefined)[] = [];
    const made = await value("generate", { ...NOT_VERIFIED, out: "parcels" }, {
      ...LONG,
      onprogress: ({ message }) => void notes.push(message),
    });
    const { model, calls, failed } = made.authoring as Value;
    assertEquals(
      [made.ok, model, calls, failed],
      [true, "openai-compatible/any", 2, []],
      JSON.stringify(made),
    );
    assert(notes.includes(`✓ ${UNIT}: written in 2 rounds`), notes.join("\n"));
    assert(notes.every((note) => !note?.startsWith("{")), notes.join("\n"));
    await withAgent(async (other) => {
      await Deno.rename(`${root}/parcels`, `${other.root}/parcels`);
      const again = await other.value("generate", {
        blueprintFile: "parcels/blueprint.yaml",
        out: "again",
        verify: false,
      });
      assertEquals([again.ok, again.authoring], [true, undefined]);
      const manifest = (of: string) =>
        Deno.readTextFile(`${other.root}/${of}/.autocoder/manifest.json`);
      assertEquals(await manifest("again"), await manifest("parcels"));
    });
  }, servedBy(server.url));
  assertEquals(server.requests.length, answers.length);
});

Deno.test("an agent is told what a model could not write, and that nothing was verified", async () => {
  await using server = startScriptedServer(() => "I would rather not.");
  await withAgent(async ({ value }) => {
    const made = await value(
      "generate",
      { blueprint: PARCELS, out: "parcels" },
      LONG,
    );
    assertEquals([made.ok, made.path, made.verification], [
      false,
      "parcels",
      undefined,
    ]);
    const [failed] = (made.authoring as { failed: Value[] }).failed;
    assertEquals(failed?.unit, UNIT);
    assertStringIncludes(String(failed?.why), "without progress");
    assertStringIncludes(JSON.stringify(failed?.faults), "no fenced block");
  }, servedBy(server.url));
});

Deno.test("autocoder mcp says which behaviours nobody has written, and has none written unless its server may", async () => {
  await withAgent(async ({ value, failure, root }) => {
    const valid = await value("validate", { blueprint: PARCELS });
    assertEquals([valid.ok, valid.unwritten], [true, [UNIT]]);
    const input = { ...NOT_VERIFIED, out: "parcels" };
    assertStringIncludes(
      await failure("generate", input),
      `found 1 behaviour that nobody has written ("${UNIT}")`,
    );
    assertStringIncludes(
      await failure("generate", { ...input, author: "model" }),
      "found a server without one for that",
    );
    assertEquals(await Array.fromAsync(Deno.readDir(root)), []);
  });
});

Deno.test("autocoder mcp reads no answers through a link that leads out of its root", async () => {
  await withAgent(async ({ failure, root }) => {
    await Deno.mkdir(`${root}/../answers`);
    await Deno.mkdir(`${root}/mine/.autocoder`, { recursive: true });
    await Deno.writeTextFile(`${root}/mine/blueprint.yaml`, PARCELS);
    await Deno.symlink(`${root}/../answers`, `${root}/mine/.autocoder/answers`);
    const blueprintFile = "mine/blueprint.yaml";
    for (
      const [tool, input] of [
        ["validate", { blueprintFile }],
        ["generate", { blueprintFile, out: "parcels", verify: false }],
      ] as const
    ) {
      assertStringIncludes(
        await failure(tool, input),
        'Cannot use the path "mine/.autocoder/answers": found a link out of the root',
      );
    }
  });
});

const NOT_VERIFIED = { blueprint: PARCELS, verify: false };

/** What is written is checked before it is taken, which takes longer than clients wait; each note resets the time. */
const LONG = { timeout: 300_000, resetTimeoutOnProgress: true };

function servedBy(url: string) {
  return {
    args: [
      ...["--author", "model", "--provider", "openai-compatible"],
      ...["--model", "any", "--base-url", url],
    ],
    env: { AUTOCODER_API_KEY: "any" },
  };
}
