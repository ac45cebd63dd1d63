import { assertEquals, assertStringIncludes } from "@std/assert";
import { findingWith, healingRig } from "./testdata/healing_rig.ts";
import { HEAL_CONFIGURATION } from "./healing/heal_configuration.ts";
import { GeneratedSystemError } from "./errors.ts";
import { portInUse } from "./port_in_use.ts";
import { runSystem } from "./run_system.ts";

Deno.test("portInUse() names the port and its setting by what a system says that finds it in use", async () => {
  using other = Deno.listen({ hostname: "0.0.0.0", port: 0 });
  const { port } = other.addr;
  await using rig = await healingRig(
    `http: { port: ${port} }\nstore: { engine: memory }\nentities: { note: { fields: { title: { type: string } } } }\n`,
  );
  const error = await runSystem(rig.dir, Deno.execPath(), {
    env: { PORT: String(port) },
  }).then((system) => system.stop(), (error: unknown) => error);
  const output = error instanceof GeneratedSystemError ? error.output : "";
  const said = portInUse(output ?? "", { port });
  assertStringIncludes(said ?? "", `port ${port} is in use`);
  assertStringIncludes(said ?? "", "http.port in blueprint.yaml");
  assertEquals(
    portInUse(output ?? "", { port: 1 })?.includes("http.port"),
    false,
  );
  // It is told, and nothing is healed.
  const finding = findingWith(3, { code: "V301", cause: String(error) });
  assertEquals(
    await HEAL_CONFIGURATION.propose(
      [finding],
      await rig.open(),
      new AbortController().signal,
    ),
    [],
  );
});

Deno.test("portInUse() says nothing of other failures", () => {
  assertEquals(
    portInUse("Cannot read the port: found none", undefined),
    undefined,
  );
});
