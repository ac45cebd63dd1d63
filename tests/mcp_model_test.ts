/**
 * A coding agent and a language model: whoever starts the server chooses the model; an agent chooses only whether it is asked.
 *
 * @module
 */
import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import type { Script } from "../authoring/testdata/script.ts";
import {
  type ScriptedServer,
  startScriptedServer,
} from "../authoring/testdata/scripted_server.ts";
import { type Agent, type Value, withAgent } from "./mcp_agent.ts";

const REQUEST = "Keep notes with a title of at most 50 characters.";
const PLAN = JSON.stringify({
  blueprint: {
    system: "jotter",
    entities: {
      note: { fields: { title: { type: "string", maxLength: 50 } } },
    },
  },
  sentences: [{ sentence: 1, paths: ["note", "note.title.maxLength"] }],
});
const KEY = "sk-test-5b1d";

/** Serves an agent with a model of a server that plays a script. */
async function withModel(
  script: Script,
  args: readonly string[],
  test: (agent: Agent, server: ScriptedServer) => Promise<void>,
): Promise<void> {
  await using server = startScriptedServer(script, { key: KEY });
  await withAgent((agent) => test(agent, server), {
    args: [
      ...["--provider", "openai-compatible", "--model", "any"],
      ...["--base-url", server.url],
      ...args,
    ],
    env: { AUTOCODER_API_KEY: KEY },
  });
}

async function inputsOf({ client }: Agent, tool: string): Promise<Value> {
  const { tools } = await client.listTools();
  const found = tools.find(({ name }) => name === tool);
  return found?.inputSchema.properties as Value;
}

const described = (inputs: Value, name: string) =>
  String((inputs[name] as Value).description);

Deno.test("an agent plans with the server's model, or with the embedded planner where it says so", async () => {
  await withModel([PLAN], ["--planner", "model"], async (agent, server) => {
    const inputs = await inputsOf(agent, "plan");
    assertStringIncludes(described(inputs, "planner"), "(default: model)");
    const notes: (string | undefined)[] = [];
    const planned = await agent.value("plan", { request: REQUEST }, {
      onprogress: ({ message }) => void notes.push(message),
    });
    assertEquals(planned.plannedBy, {
      model: "openai-compatible/any",
      rounds: 1,
      calls: 1,
    });
    assertStringIncludes(String(planned.blueprint), "system: jotter");
    assertEquals(notes, ["planning, round 1", "nothing against the plan"]);
    const own = await agent.value("plan", {
      request: REQUEST,
      planner: "embedded",
    });
    assertEquals([own.ok, own.plannedBy], [true, undefined]);
    assertEquals(server.requests.length, 1);
  });
});

Deno.test("an agent generates from a model's plan, and again without a call and with the same bytes", async () => {
  // The server says the key back, which is kept nowhere.
  const answer = PLAN.replace(
    '"system"',
    `"description": "key ${KEY}", "system"`,
  );
  await withModel([answer], ["--planner", "model"], async (agent, server) => {
    const input = { request: REQUEST, out: "notes", verify: false };
    const made = await agent.value("generate", input);
    assertEquals([made.ok, made.system], [true, "jotter"]);
    assertEquals((made.plannedBy as Value).calls, 1);
    const manifest = () =>
      Deno.readTextFile(`${agent.root}/notes/.autocoder/manifest.json`);
    const before = await manifest();
    const record = await Deno.readTextFile(
      `${agent.root}/notes/.autocoder/model/plan.json`,
    );
    assert(record.includes("description") && !record.includes(KEY), record);
    const again = await agent.value("generate", {
      ...input,
      planner: "model",
    });
    assertEquals((again.plannedBy as Value).calls, 0);
    assertEquals(await manifest(), before);
    assertEquals(server.requests.length, 1);

    // Neither what links lead to nor what somebody has changed is taken for an earlier system.
    await Deno.rename(
      `${agent.root}/notes/.autocoder/model`,
      `${agent.root}/../model`,
    );
    await Deno.symlink(
      "../../../model",
      `${agent.root}/notes/.autocoder/model`,
    );
    assertStringIncludes(
      await agent.failure("generate", input),
      "found a link out of the root",
    );
    assertEquals(server.requests.length, 1);
  });
});

Deno.test("no call of an agent chooses a provider, an address, a key or a budget, and all calls share the server's", async () => {
  // Enough for one question, and not for two.
  const args = ["--planner", "model", "--budget", "20k tokens"];
  await withModel(() => PLAN, args, async (agent, server) => {
    for (
      const [name, value] of Object.entries({
        provider: "anthropic",
        model: "other",
        baseUrl: "http://127.0.0.1:1/v1",
        key: "sk-mine",
        budget: "1m tokens",
        modelConfig: "autocoder.yaml",
      })
    ) {
      for (
        const [tool, input] of [
          ["plan", { request: REQUEST }],
          ["generate", { request: REQUEST, out: "notes" }],
        ] as const
      ) {
        assertStringIncludes(
          await agent.failure(tool, { ...input, [name]: value }),
          `Unrecognized key: "${name}"`,
        );
      }
    }
    assertEquals(server.requests.length, 0);
    assertEquals((await agent.value("plan", { request: REQUEST })).ok, true);
    assertStringIncludes(
      await agent.failure("plan", { request: REQUEST }),
      "The budget ",
    );
    const out = { request: REQUEST, out: "notes", verify: false };
    assertStringIncludes(
      await agent.failure("generate", out),
      "The budget ",
    );
    assertEquals(server.requests.length, 1);
  });
});

Deno.test("an agent is told what to do where its server has no model for what it wants", async () => {
  await withAgent(async (agent) => {
    const { failure, root } = agent;
    for (const tool of ["plan", "generate"]) {
      const inputs = await inputsOf(agent, tool);
      assertStringIncludes(
        described(inputs, "planner"),
        "this server has no language model",
      );
    }
    const generated = { request: REQUEST, out: "notes", verify: false };
    for (
      const [tool, input, what] of [
        ["plan", { request: REQUEST, planner: "model" }, "--planner model"],
        ["generate", { ...generated, planner: "model" }, "--planner model"],
        ["generate", { ...generated, author: "model" }, "--author model"],
        [
          "generate",
          { ...generated, authorUnits: ["docs/API.md"] },
          "--author model",
        ],
      ] as const
    ) {
      const message = await failure(tool, input);
      assertStringIncludes(message, `autocoder mcp ${what} --provider NAME`);
      assertStringIncludes(message, "with the key in its environment");
    }
    assertEquals(await Array.fromAsync(Deno.readDir(root)), []);
  });
  // A model for one thing is none for the other.
  await withModel([PLAN], ["--author", "model"], async (agent, server) => {
    assertStringIncludes(
      await agent.failure("plan", { request: REQUEST, planner: "model" }),
      "--planner model",
    );
    const { ok } = await agent.value("plan", { request: REQUEST });
    assertEquals([ok, server.requests.length], [true, 0]);
  });
});

Deno.test("an agent has files of the plan written by the server's model, or by nobody", async () => {
  const api = "# jotter\n";
  const script: Script = ({ text }) =>
    text.includes("md file=docs/ENTITIES.md")
      ? `\`\`\`\`md file=docs/ENTITIES.md\n${api}\nEvery note has a title.\n\`\`\`\`\n`
      : undefined;
  await withModel(script, ["--author", "model"], async (agent, server) => {
    const input = {
      blueprint:
        "system: jotter\nstore: { engine: memory }\nentities:\n  note: { fields: { title: { type: string } } }\n",
      verify: false,
    };
    const made = await agent.value("generate", {
      ...input,
      out: "written",
      authorUnits: ["docs/ENTITIES.md"],
    }, {
      timeout: 300_000,
      resetTimeoutOnProgress: true,
      onprogress: () => {},
    });
    assertEquals(made.ok, true, JSON.stringify(made));
    assertEquals((made.authoring as Value).calls, 1);
    const written = `${agent.root}/written/docs/ENTITIES.md`;
    assertStringIncludes(await Deno.readTextFile(written), "Every note has");
    assertStringIncludes(
      await agent.failure("generate", {
        ...input,
        out: "other",
        author: "nobody",
        authorUnits: ["docs/ENTITIES.md"],
      }),
      "found --author-units, wanted --author model with it",
    );
    assert(
      server.requests.every(({ headers }) =>
        headers["authorization"] === `Bearer ${KEY}`
      ),
    );
    assertEquals(server.requests.length, 1);
  });
});

Deno.test("autocoder mcp starts with no settings of a model that nothing would use", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      ...["run", "-A", "-q", new URL("../cli.ts", import.meta.url).pathname],
      ...["mcp", "--root", ".", "--provider", "anthropic"],
    ],
    stdin: "null",
    stdout: "null",
    stderr: "piped",
  }).output();
  assertEquals(code, 2);
  assertStringIncludes(
    new TextDecoder().decode(stderr),
    'found a setting of a language model, "provider", without --planner model or --author model',
  );
});
