import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(
  new URL("./testdata/print_environment.ts", import.meta.url),
);

Deno.test("Workbench gives no system the keys of language models, nor its settings from a user's shell", async () => {
  const names = [
    "ANTHROPIC_API_KEY",
    "OPENAI_API_KEY",
    "AUTOCODER_API_KEY",
    "DATABASE_PATH",
    "DATABASE_URL",
    "EDITOR",
  ];
  const { stdout } = await new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "-q", PROGRAM],
    env: Object.fromEntries(names.map((name) => [name, "from the shell"])),
  }).output();
  const given: Record<string, string> = JSON.parse(
    new TextDecoder().decode(stdout),
  );
  assertEquals(names.map((name) => given[name] ?? null), [
    null,
    null,
    null,
    null,
    "given",
    "from the shell",
  ]);
});
