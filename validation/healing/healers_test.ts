import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { GeneratedSystemError } from "../errors.ts";
import type { Finding } from "../report.ts";
import { runSystem } from "../run_system.ts";
import { findingWith, healingRig } from "../testdata/healing_rig.ts";
import { HEAL_CONFIGURATION } from "./heal_configuration.ts";
import { healingText } from "./healing_text.ts";
import {
  modelHealer,
  type RepairAnswer,
  type RepairRequest,
} from "./model_healer.ts";
import { REGENERATE_UNIT } from "./regenerate_unit.ts";

const BLUEPRINT = `system: healers
store: { engine: sqlite }
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
    actions:
      keep:
        set: { title: kept }
        guard: { file: ./logic/keeping.ts }
    access: { read: everyone, write: users, keep: users }
`;

const LOGIC = {
  "logic/keeping.ts":
    `export function guardKeep(): string | undefined {\n  return undefined;\n}\n`,
};

/** A module that is copied: that it differs is a matter of tier 1. */
const COPY = "kit/problem.ts";

const { signal } = new AbortController();

/** As the setting wants it. */
const SECRET = btoa(
  String.fromCharCode(...crypto.getRandomValues(new Uint8Array(48))),
);

Deno.test("regenerateUnit() makes again what findings lead to and was changed, and what was removed", async () => {
  await using rig = await healingRig(BLUEPRINT, LOGIC);
  const [store, model] = ["components/note_store.ts", "models/note.ts"];
  const before = {
    [store]: await rig.read(store),
    [model]: await rig.read(model),
  };
  const propose = async (finding: Partial<Finding>) =>
    (await REGENERATE_UNIT.propose(
      [findingWith(2, finding)],
      await rig.open(),
      signal,
    ))
      .flatMap(({ edits }) => edits);
  const origin = { edited: [store, "logic/keeping.ts", COPY] };
  assertEquals(await propose({ origin }), [], "all is as it was generated");
  await rig.write(store, "// mine\n");
  await rig.write(COPY, "// mine\n");
  await rig.write("README.md", "# Mine\n");
  await rig.write("logic/keeping.ts", `// mine\n${LOGIC["logic/keeping.ts"]}`);
  assertEquals(await propose({}), [], "the finding leads to no edit");
  assertEquals(await propose({ origin }), [{
    path: store,
    text: before[store] ?? "",
  }]);
  await rig.write(model, null);
  assertEquals(await propose({}), [{ path: model, text: before[model] ?? "" }]);
  await rig.write("logic/keeping.ts", "// not what the blueprint asks for\n");
  assertEquals(await propose({ origin }), [], "nothing can be generated");
});

Deno.test("healConfiguration() gives back a permission that the blueprint justifies, and no other", async () => {
  await using rig = await healingRig(BLUEPRINT, LOGIC);
  const config = await rig.read("deno.json");
  const propose = async (cause: string, code = "V301") =>
    (await HEAL_CONFIGURATION.propose(
      [findingWith(3, { code, cause })],
      await rig.open(),
      signal,
    )).flatMap(({ edits }) => edits);
  const write =
    'NotCapable: Requires write access to "data", run again with the --allow-write flag';
  assertEquals(await propose(write), [], "it is granted");
  const changed = config.replace(/(deno run [^"]*) --allow-write=data/, "$1")
    .replace('"tasks": {', '"tasks": {\n    "mine": "echo",');
  await rig.write("deno.json", changed);
  const [edit, ...more] = await propose(write);
  assertEquals(more, []);
  assertEquals(edit?.path, "deno.json");
  const { tasks } = JSON.parse(edit?.text ?? "{}");
  assertEquals(tasks.mine, "echo");
  const words = (command: string) => command.split(" ").toSorted();
  assertEquals(words(tasks.start), words(JSON.parse(config).tasks.start));
  assertEquals(
    await propose(
      'NotCapable: Requires run access to "sh", run again with the --allow-run flag',
    ),
    [],
    "no blueprint justifies that",
  );
  assertEquals(await propose(write, "V302"), [], "another finding");
  // One host fewer than the system needs.
  await rig.write(
    "deno.json",
    config.replaceAll("0.0.0.0,127.0.0.1", "127.0.0.1"),
  );
  const [net] = await propose('NotCapable: Requires net access to "0.0.0.0:0"');
  assertStringIncludes(
    net?.text ?? "",
    '"start": "deno run --allow-net=0.0.0.0,127.0.0.1 ',
  );
});

Deno.test("healConfiguration() gives back each permission by what the started system says that it lacks", async (t) => {
  await using rig = await healingRig(BLUEPRINT, LOGIC);
  const config = await rig.read("deno.json");
  const { start } = JSON.parse(config).tasks;
  const flags = String(start).match(/--allow-\w+=\S+/g) ?? [];
  assertEquals(flags.map((flag) => flag.split("=")[0]), [
    "--allow-net",
    "--allow-env",
    "--allow-read",
    "--allow-write",
  ]);
  for (const flag of flags) {
    const [kind = "", list = ""] = flag.split("=");
    const first = list.split(",").slice(1).join(",");
    const lacking = [["none", ""], ["one fewer", first && `${kind}=${first}`]]
      .filter(([name, with_]) => name === "none" || with_ !== "");
    for (const [name, less = ""] of lacking) {
      await t.step(`${kind}, ${name}`, async () => {
        await rig.write(
          "deno.json",
          config.replace(start, start.replace(flag, less).replace("  ", " ")),
        );
        const error = await runSystem(rig.dir, Deno.execPath(), {
          env: { PORT: "0", AUTH_SECRET: SECRET },
        }).then((system) => system.stop(), (error: Error) => error);
        assert(error instanceof GeneratedSystemError, "it did not start");
        const [{ edits: [edit] } = { edits: [] }] = await HEAL_CONFIGURATION
          .propose(
            [findingWith(3, { code: "V301", cause: error.message })],
            await rig.open(),
            signal,
          );
        const healed = JSON.parse(edit?.text ?? "{}").tasks?.start ?? "";
        assertEquals(
          healed.split(" ").toSorted(),
          start.split(" ").toSorted(),
          error.message,
        );
      });
    }
  }
});

Deno.test("healConfiguration() makes a folder that is missing inside the system, and none elsewhere", async () => {
  await using rig = await healingRig(BLUEPRINT, LOGIC);
  const propose = async (path: string) =>
    (await HEAL_CONFIGURATION.propose(
      [findingWith(3, {
        code: "V301",
        cause:
          `("error: Uncaught NotFound: No such file or directory (os error 2): open '${path}'")`,
      })],
      await rig.open(),
      signal,
    )).flatMap(({ edits }) => edits.map(({ path }) => path));
  assertEquals(await propose("var/spool/out.log"), ["var/spool/"]);
  for (
    const path of ["/etc/x/y", "../x/y", "file.txt", "data/x/y", "kit/x/y"]
  ) {
    assertEquals(await propose(path), [], path);
  }
});

Deno.test("modelHealer() tells a model what was found, and takes code from it and nothing else", async (t) => {
  await using rig = await healingRig(BLUEPRINT, LOGIC);
  const asked: RepairRequest[] = [];
  const answered = async (answer: RepairAnswer["edits"]) => {
    const double = modelHealer({
      name: "double",
      repair: (request) => {
        asked.push(request);
        return Promise.resolve({ reason: "as asked", edits: answer });
      },
    });
    const finding = findingWith(4, {
      code: "V402",
      place: "tests/acceptance_test.ts:9",
      origin: { generated: "components/note_controller.ts:3:1" },
    });
    const proposals = await double.propose([finding], await rig.open(), signal);
    return proposals.flatMap(({ edits }) => edits.map(({ path }) => path));
  };
  const code = (text: string) => BLUEPRINT.replace("note.title.length", text);
  const logic = "logic/keeping.ts";
  const cases: readonly (readonly [string, RepairAnswer["edits"], boolean])[] =
    [
      [
        "logic in the blueprint",
        [{ path: "blueprint.yaml", text: code("1") }],
        true,
      ],
      ["a file of the user's", [{ path: logic, text: "// new\n" }], true],
      ["nothing", [], false],
      ["another rule", [{
        path: "blueprint.yaml",
        text: BLUEPRINT.replace("write: users", "write: everyone"),
      }], false],
      ["another field", [{
        path: "blueprint.yaml",
        text: BLUEPRINT.replace("required: true", "required: false"),
      }], false],
      ["what is no blueprint", [{ path: "blueprint.yaml", text: "}{" }], false],
      ["a generated file", [{
        path: "components/note_controller.ts",
        text: "",
      }], false],
      ["a file of its own", [{ path: "logic/more.ts", text: "" }], false],
      ["permissions", [{ path: "deno.json", text: "{}" }], false],
      ["a good one with a bad one", [{ path: logic, text: "// new\n" }, {
        path: "main.ts",
        text: "",
      }], false],
    ];
  for (const [what, edits, taken] of cases) {
    await t.step(what, async () => {
      assertEquals(
        await answered(edits),
        taken ? edits.map(({ path }) => path) : [],
      );
    });
  }
  const [request] = asked;
  assertEquals(request?.findings.map(({ code }) => code), ["V402"]);
  assertEquals(request?.blueprint, BLUEPRINT);
  assertEquals(request?.files.map(({ path, mayChange }) => [path, mayChange]), [
    ["blueprint.yaml", true],
    ["components/note_controller.ts", false],
    [logic, true],
  ]);
});

Deno.test("healingText() says who mended what, and whether it stayed", () => {
  const healing = {
    round: 1,
    healer: "heal_code",
    codes: ["V201"],
    reason: 'writes "title" for "titel"',
    files: ["blueprint.yaml"],
    diff: "",
    kept: false,
  };
  assertEquals(
    healingText(healing),
    'tried and taken back (round 1, heal_code for V201): writes "title" for "titel"',
  );
  assertStringIncludes(
    healingText({ ...healing, round: 0, kept: true }),
    "mended (before",
  );
});
