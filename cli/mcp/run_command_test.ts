import { assertEquals } from "@std/assert";
import { runCommand } from "./run_command.ts";

Deno.test("runCommand() gives what was printed as JSON, and says what is worth a note", async () => {
  const notes: string[] = [];
  const lines = [
    {
      event: "tier_started",
      tier: 2,
      name: "logic",
      title: "the code holds",
      checks: 7,
    },
    { event: "check_started", tier: 2, id: "logic.types", title: "types fit" },
    {
      event: "check_progress",
      tier: "fuzz",
      id: "fuzz.requests",
      text: "3 of 9 requests",
    },
    {
      event: "check_finished",
      check: { state: "not_run", title: "types fit" },
    },
    { event: "tier_finished", result: {} },
    { event: "reused", startedAt: "2026-01-01" },
    { event: "taken_back", restored: [], left: [] },
    { event: "finished", status: "not_run", ms: 1 },
    { event: "planning", text: "planning, round 2" },
  ].map((event) => JSON.stringify(event));
  const value = await runCommand((console) => {
    console.out('{ "ok":');
    console.err(lines.slice(0, 3).join("\n") + "\n");
    console.err(lines.slice(3).join("\n") + "\n\n");
    console.err(
      '{"event":"written","unit":"a.b","rounds":2}\n{"event":"asked"}\n',
    );
    console.err("a plain line\n{ not JSON\n42\n");
    console.out(" true }\n");
    assertEquals(console.confirm("May I?"), undefined);
    return Promise.resolve();
  }, (note) => notes.push(note));
  assertEquals(value, { ok: true });
  assertEquals(notes, [
    "logic: the code holds (7 checks)",
    "3 of 9 requests",
    "not run: types fit",
    "nothing has changed since it was verified at 2026-01-01",
    "a healing that was interrupted was taken back",
    "ended: not run",
    "planning, round 2",
    "✓ a.b: written in 2 rounds",
    "a plain line",
    "{ not JSON",
    "42",
  ]);
});

Deno.test("runCommand() gives nothing where nothing was printed", async () => {
  assertEquals(await runCommand(() => Promise.resolve(), () => {}), undefined);
});
