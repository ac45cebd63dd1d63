/**
 * The demo: the mission's request, from words to a verified system, through the library.
 *
 * @module
 */
import { BlueprintToHarnessPipeline } from "../mod.ts";

const REQUEST =
  `Create a simple task management API with the following features:
- Add new tasks with title and description
- Mark tasks as completed
- List all tasks
- Delete tasks
- Store data in memory for simplicity
- Expose REST endpoints on port 8080
`;

function say(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(`${text}\n`));
}

async function demo(): Promise<boolean> {
  await using pipeline = new BlueprintToHarnessPipeline();
  say(`Request:\n${REQUEST}`);
  const system = await pipeline.generateFromNaturalLanguage(REQUEST);
  say(`Generated: ${system.figures.files} files in ${system.path}\n`);
  say(`Blueprint:\n${system.blueprint}`);
  say(`main.ts:\n${system.mainPreview}`);
  const results = await system.runIntegrationTests();
  for (const { name, passed, message } of results) {
    say(`${passed ? "passed" : "FAILED"}  ${name}  (${message})`);
  }
  const failed = results.filter(({ passed }) => !passed).length;
  say(`\n${results.length - failed} passed, ${failed} failed`);

  const { url } = await system.start();
  const json = { "content-type": "application/json" };
  const created = await fetch(`${url}/tasks`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({
      title: "Try the demo",
      description: "It is running",
    }),
  });
  const task = await created.json();
  say(`\nPOST /tasks → ${created.status} ${JSON.stringify(task)}`);
  const done = await fetch(`${url}/tasks/${task.id}/complete`, {
    method: "POST",
  });
  say(`POST /tasks/${task.id}/complete → ${done.status} ${await done.text()}`);
  const list = await fetch(`${url}/tasks`);
  say(`GET /tasks → ${list.status} ${await list.text()}`);
  return failed === 0;
}

if (import.meta.main) Deno.exit(await demo() ? 0 : 1);
