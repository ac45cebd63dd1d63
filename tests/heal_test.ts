import { assertEquals, assertStringIncludes } from "@std/assert";
import { checkEvidence } from "../validation/evidence/check_evidence.ts";
import {
  verifyAndHeal,
  type VerifyAndHealOptions,
} from "../validation/healing/verify_and_heal.ts";
import type { VerificationReport } from "../validation/report.ts";
import {
  type HealingRig,
  healingRig,
} from "../validation/testdata/healing_rig.ts";

const BLUEPRINT = `system: healing
store: { engine: sqlite }
entities:
  note:
    fields:
      title: { type: string, required: true }
      size:
        type: integer
        computed:
          run: |
            return note.title.length > 0 ? 1 : 0;
`;

Deno.test("a system is healed of a slip in the code of its blueprint, and verified", async () => {
  const text = BLUEPRINT.replace("note.title", "note.titel");
  await using rig = await healingRig(text);
  const { report, shown } = await healed(rig);
  assertVerified(report);
  assertEquals(await rig.read("blueprint.yaml"), BLUEPRINT);
  assertStringIncludes(
    shown[0] ?? "",
    "-            return note.titel.length > 0 ? 1 : 0;",
  );
  const page = await rig.read("evidence/report.html");
  assertStringIncludes(
    page,
    "+            return note.title.length &gt; 0 ? 1 : 0;",
  );
  const { healings } = JSON.parse(await rig.read("evidence/report.json"));
  assertEquals(healings.map(({ kept }: { kept: boolean }) => kept), [true]);
  assertEquals(
    (await checkEvidence(rig.dir, `${rig.dir}/evidence`)).holds,
    true,
  );
});

Deno.test("a system is healed of edits that fail and of a file that is lost, and of nothing else", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await rig.tree();
  const store = "components/note_store.ts";
  const text = await rig.read(store);
  await rig.write(
    store,
    text.replace("override setup(): void {", "override setup(): number {"),
  );
  await rig.write("tests/property/note_property_test.ts", null);
  const { report } = await healed(rig, { allowEdits: true });
  assertVerified(report);
  assertEquals(await rig.tree(), before);
});

Deno.test("a system gets back the generated files that were removed, unasked for edits", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await rig.tree();
  const paths = ["components/note_store.ts", "kit/problem.ts"];
  for (const path of paths) await rig.write(path, null);
  const { report, shown } = await healed(rig);
  assertVerified(report);
  assertEquals(await rig.tree(), before);
  assertStringIncludes(shown[0] ?? "", "+++ b/components/note_store.ts");
  assertEquals(report.healings?.map(({ healer, files }) => [healer, files]), [
    ["restore_lost", paths],
  ]);
});

Deno.test("a system gets back the permission that it asks for at its start", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await rig.read("deno.json");
  await rig.write(
    "deno.json",
    before.replace(/("start": "deno run [^"]*) --allow-write=data/, "$1"),
  );
  const { report } = await healed(rig, { allowEdits: true });
  assertVerified(report);
  assertEquals(report.healings?.map(({ healer }) => healer), [
    "heal_configuration",
  ]);
});

Deno.test("a system that healing does not help is left as it was, with the evidence of that", async () => {
  const text = BLUEPRINT.replace(
    "note.title.length",
    "nowhere + note.titel.length",
  );
  await using rig = await healingRig(text);
  const before = await rig.tree();
  const { report } = await healed(rig);
  assertEquals(report.status, "failed");
  assertEquals(await rig.tree(), before);
  assertEquals(report.healings?.map(({ kept }) => kept), [false]);
  assertStringIncludes(await rig.read("evidence/report.md"), "taken back");
  const check = await checkEvidence(rig.dir, `${rig.dir}/evidence`);
  assertEquals([check.changed, check.added, check.removed], [[], [], []]);
});

Deno.test("a double of a model heals what the compiler has no words for", async () => {
  const text = BLUEPRINT.replace("note.title.length", "note.title");
  await using rig = await healingRig(text);
  const { report } = await healed(rig, {
    model: {
      name: "double",
      repair: ({ blueprint }) =>
        Promise.resolve({
          reason: "a size is a number",
          edits: [{
            path: "blueprint.yaml",
            text: blueprint.replace("note.title >", "note.title.length >"),
          }],
        }),
    },
  });
  assertVerified(report);
  assertEquals(report.healings?.[0]?.healer, "double");
});

function assertVerified({ status, checks, healings }: VerificationReport) {
  const findings = checks.flatMap(({ findings }) => findings);
  assertEquals(status, "verified", JSON.stringify({ findings, healings }));
}

async function healed(rig: HealingRig, options: VerifyAndHealOptions = {}) {
  const shown: string[] = [];
  const report = await verifyAndHeal(rig.dir, {
    ...options,
    agree: (diff) => {
      shown.push(diff);
      return true;
    },
  });
  return { report, shown };
}
