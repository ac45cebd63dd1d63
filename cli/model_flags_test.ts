import { assertEquals } from "@std/assert";
import { Command } from "commander";
import { MODEL_OPTIONS } from "../authoring/providers/model_option.ts";
import { addModelFlags, modelFlags } from "./model_flags.ts";

async function given(...args: readonly string[]): Promise<object> {
  let flags: object = {};
  const command = addModelFlags(new Command("any")).option("--start")
    .action((options: object) => {
      flags = modelFlags(options);
    });
  await command.parseAsync([...args], { from: "user" });
  return flags;
}

Deno.test("modelFlags() reads every setting of a model by its flag", async () => {
  for (const [name, { flag }] of Object.entries(MODEL_OPTIONS)) {
    const [word = ""] = flag.split(" ");
    assertEquals(await given(word, "7"), { [name]: "7" });
  }
});

Deno.test("modelFlags() leaves out what was not given, and what is no setting", async () => {
  assertEquals(await given(), {});
  assertEquals(await given("--start", "--model-config", "a.yaml"), {});
});
