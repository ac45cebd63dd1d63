import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { VerificationReport } from "../report.ts";
import {
  type HealingRig,
  healingRig,
  reportWith,
} from "../testdata/healing_rig.ts";
import type { Healer, Proposal } from "./healer.ts";
import { healSystem } from "./heal_system.ts";

const BLUEPRINT = `system: healed
store: { engine: memory }
users: { registration: open }
entities:
  note:
    fields:
      title: { type: string, required: true }
      size:
        type: integer
        computed:
          run: |
            return note.title.length;
    access: { read: everyone, write: users }
`;

Deno.test("healSystem() keeps what leads to a pass, shows it first, and verifies all anew", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const run = await heal(rig, {
    reports: [reportWith(2, [{}]), reportWith(undefined)],
    healers: [writing("main.ts", (round) => `// round ${round}\n`)],
  });
  assertEquals(run.report.status, "verified");
  assertEquals(await rig.read("main.ts"), "// round 1\n");
  assertEquals(run.verifications.map((healings) => healings.length), [0, 1]);
  const [healing] = run.report.healings ?? [];
  assertEquals([healing?.round, healing?.kept, healing?.files], [1, true, [
    "main.ts",
  ]]);
  assertStringIncludes(healing?.diff ?? "", "--- a/main.ts\n+++ b/main.ts\n");
  assertStringIncludes(run.shown[0] ?? "", "+// round 1\n");
  assertEquals(run.told, ["verify", "show", "verify"]);
});

Deno.test("healSystem() stops after two rounds without progress, and takes all back", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await rig.tree();
  const run = await heal(rig, {
    reports: [reportWith(2, [{}, {}])],
    healers: [
      writing("main.ts", (round) => `// round ${round}\n`),
      writing("docs/NEW.md", (round) => `# Round ${round}\n`),
    ],
  });
  assertEquals(run.verifications.length, 3);
  assertEquals(run.report.status, "failed");
  assertEquals(await rig.tree(), before);
  assertEquals(run.report.healings?.map(({ kept }) => kept), [
    false,
    false,
    false,
    false,
  ]);
  assertEquals(run.kept, run.report);
});

Deno.test("healSystem() goes on while findings get fewer or a later tier fails", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await rig.tree();
  const run = await heal(rig, {
    reports: [
      reportWith(2, [{}, {}]),
      reportWith(2, [{}]), // fewer
      reportWith(2, [{}]), // idle
      reportWith(3, [{}, {}, {}]), // later
      reportWith(3, [{}, {}, {}]), // idle
      reportWith(2, [{}]), // earlier: idle
      reportWith(undefined),
    ],
    healers: [writing("main.ts", (round) => `// round ${round}\n`)],
  });
  assertEquals(run.verifications.length, 6);
  assertEquals(await rig.tree(), before);
});

Deno.test("healSystem() never heals tier 1, nor goes on where it fails", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await rig.tree();
  const healers = [writing("main.ts", (round) => `// round ${round}\n`)];
  const first = await heal(rig, { reports: [reportWith(1, [{}])], healers });
  assertEquals(first.told, ["verify"]);
  assertEquals(first.report.healings, undefined);
  const later = await heal(rig, {
    reports: [reportWith(2, [{}]), reportWith(1, [{}]), reportWith(undefined)],
    healers,
  });
  assertEquals(later.told, ["verify", "show", "verify", "keep"]);
  assertEquals(await rig.tree(), before);
});

Deno.test("healSystem() brings back in tier 1 what was removed and comes out as recorded, and nothing else", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const healers = [writing("main.ts", () => "// healed\n")];
  const run = async (...last: VerificationReport[]) =>
    await heal(rig, { reports: [reportWith(1, [{}, {}]), ...last], healers });
  const lost = await rig.read("models/note.ts");
  const manifest = await rig.read(".autocoder/manifest.json");
  await rig.write("models/note.ts", null);
  await rig.write("README.md", "# Mine\n");
  const unhelped = await run(reportWith(1, [{}, {}]));
  assertEquals(unhelped.report.healings?.map(({ kept }) => kept), [false]);
  assertEquals(await rig.read("models/note.ts").catch(() => "none"), "none");
  // Would come out otherwise than it was: by another version of the tool, or another blueprint.
  const entry = /("models\/note\.ts",\s+[^{}]*"sha256": ")[0-9a-f]{64}/;
  await rig.write(
    ".autocoder/manifest.json",
    manifest.replace(entry, `$1${"0".repeat(64)}`),
  );
  assertEquals((await run()).told, ["verify"]);
  await rig.write(".autocoder/manifest.json", manifest);
  const healed = await run(reportWith(undefined));
  assertEquals(healed.told, ["verify", "show", "verify"]);
  assertEquals(await rig.read("models/note.ts"), lost);
  assertEquals(await rig.read("README.md"), "# Mine\n");
});

Deno.test("healSystem() changes nothing where somebody says no, or is interrupted", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const before = await rig.tree();
  const healers = [writing("main.ts", (round) => `// round ${round}\n`)];
  const refused = await heal(rig, {
    reports: [reportWith(2, [{}])],
    healers,
    agree: () => false,
  });
  assertEquals(refused.told, ["verify", "show"]);
  assertEquals(await rig.tree(), before);
  const aborter = new AbortController();
  const interrupted = await heal(rig, {
    reports: [reportWith(2, [{}])],
    healers,
    signal: aborter.signal,
    onVerify: (count) => void (count === 2 && aborter.abort()),
  });
  assertEquals(interrupted.report.status, "interrupted");
  assertEquals(await rig.tree(), before);
  const failing = heal(rig, {
    reports: [reportWith(2, [{}])],
    healers,
    onVerify: (count) => {
      if (count === 2) throw new Error("no space");
    },
  });
  assertEquals(await failing.catch((error) => error.message), "no space");
  assertEquals(await rig.tree(), before);
});

Deno.test("healSystem() lets the first of two healers change a file", async () => {
  await using rig = await healingRig(BLUEPRINT);
  await heal(rig, {
    reports: [reportWith(2, [{}]), reportWith(undefined)],
    healers: [
      writing("main.ts", () => "// first\n"),
      writing("main.ts", () => "// second\n"),
    ],
  });
  assertEquals(await rig.read("main.ts"), "// first\n");
});

Deno.test("healSystem() asks who is last only in rounds in which no other proposes anything", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const run = await heal(rig, {
    reports: [
      reportWith(2, [{}, {}]),
      reportWith(2, [{}]),
      reportWith(undefined),
    ],
    healers: [
      writing("main.ts", () => "// the others\n"),
      { ...writing("docs/NEW.md", (round) => `# ${round}\n`), isLast: true },
    ],
  });
  assertEquals(run.report.healings?.map(({ files }) => files), [
    ["main.ts"],
    ["docs/NEW.md"],
  ]);
  assertEquals(await rig.read("docs/NEW.md"), "# 1\n");
});

Deno.test("healSystem() asks only the healers of the tier that failed", async () => {
  await using rig = await healingRig(BLUEPRINT);
  const run = await heal(rig, {
    reports: [reportWith(3, [{}]), reportWith(undefined)],
    healers: [
      { ...writing("main.ts", () => "// of tier 2\n"), tiers: [2] },
      { ...writing("main.ts", () => "// of tier 3\n"), tiers: [3] },
    ],
  });
  assertEquals(run.report.status, "verified");
  assertEquals(await rig.read("main.ts"), "// of tier 3\n");
});

Deno.test("healSystem() generates from a healed blueprint, and keeps what somebody has edited", async () => {
  await using rig = await healingRig(BLUEPRINT);
  await rig.write("README.md", "# Mine\n");
  const text = BLUEPRINT.replace("note.title.length", "note.title.length + 1");
  const healers = [writing("blueprint.yaml", () => text)];
  const run = await heal(rig, {
    reports: [reportWith(2, [{}]), reportWith(undefined)],
    healers,
  });
  assertEquals(run.report.healings?.[0]?.files.toSorted(), [
    ".autocoder/manifest.json",
    "blueprint.yaml",
    "logic/note_logic.ts",
  ]);
  assertStringIncludes(await rig.read("logic/note_logic.ts"), "length + 1");
  assertEquals(await rig.read("README.md"), "# Mine\n");
});

Deno.test("healSystem() refuses what changes a rule, overwrites an edit, leads out, or makes no system", async (t) => {
  const code = (text: string) => BLUEPRINT.replace("note.title.length", text);
  const cases: readonly (readonly [string, string, string])[] = [
    [
      "a rule",
      "blueprint.yaml",
      BLUEPRINT.replace("write: users", "write: everyone"),
    ],
    ["who there is", "blueprint.yaml", BLUEPRINT.replace("open", "closed")],
    [
      "a rule that goes",
      "blueprint.yaml",
      BLUEPRINT.replace(/ {4}access.*\n/, ""),
    ],
    ["an edit", "blueprint.yaml", code("note.title.length + 1")],
    ["no blueprint", "blueprint.yaml", BLUEPRINT.replace("integer", "nothing")],
    ["code that does not parse", "blueprint.yaml", code("(((")],
    ["another folder", "../main.ts", "// out\n"],
  ];
  for (const [what, path, text] of cases) {
    await t.step(what, async () => {
      await using rig = await healingRig(BLUEPRINT);
      if (what === "an edit") {
        await rig.write("logic/note_logic.ts", "// mine\n");
      }
      const before = await rig.tree();
      const run = await heal(rig, {
        reports: [reportWith(2, [{}]), reportWith(undefined)],
        healers: [writing(path, () => text)],
      });
      assertEquals(run.told, ["verify"]);
      assertEquals(await rig.tree(), before);
    });
  }
});

interface Wanted {
  readonly reports: readonly VerificationReport[];
  readonly healers: readonly Healer[];
  readonly agree?: () => boolean;
  readonly signal?: AbortSignal;
  readonly onVerify?: (count: number) => void;
}

/** Heals with reports made by hand, the last of which comes again and again. */
async function heal(rig: HealingRig, wanted: Wanted) {
  const verifications: (readonly unknown[])[] = [];
  const shown: string[] = [];
  const told: string[] = [];
  let kept: VerificationReport | undefined;
  const report = await healSystem(rig.dir, {
    verify: (healings) => {
      told.push("verify");
      verifications.push(healings);
      wanted.onVerify?.(verifications.length);
      const report = wanted.reports[verifications.length - 1] ??
        wanted.reports.at(-1);
      assert(report);
      return Promise.resolve(
        healings.length === 0 ? report : { ...report, healings },
      );
    },
    healers: wanted.healers,
    agree: (diff) => {
      told.push("show");
      shown.push(diff);
      return wanted.agree?.() ?? true;
    },
    keep: (report) => {
      told.push("keep");
      kept = report;
      return Promise.resolve();
    },
    signal: wanted.signal ?? new AbortController().signal,
  });
  return { report, verifications, shown, told, kept };
}

/** A healer that writes a file, each time another text. */
function writing(path: string, textOf: (round: number) => string): Healer {
  let round = 0;
  return {
    name: "writing",
    // One that would heal the first tier too, if it were asked: it never is.
    tiers: [1, 2, 3, 4] as readonly number[] as Healer["tiers"],
    propose: () => {
      const text = textOf(++round);
      const proposal: Proposal = {
        codes: ["V201"],
        reason: `writes ${path}`,
        edits: [{ path, text }],
      };
      return Promise.resolve([proposal]);
    },
  };
}
