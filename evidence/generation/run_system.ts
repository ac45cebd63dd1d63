/**
 * Runs the system of the mission's request and calls it as a client would; shows its log.
 *
 * @module
 */
import { BlueprintToHarnessPipeline } from "../../mod.ts";
import { print } from "../record.ts";

const REQUEST = await Deno.readTextFile(
  new URL("../../tests/golden/task_manager/request.txt", import.meta.url),
);

interface Call {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly expected: number;
}

async function call(
  url: string,
  { method, path, body, expected }: Call,
): Promise<unknown> {
  const response = await fetch(url + path, {
    method,
    ...(body === undefined ? {} : {
      body: typeof body === "string" ? body : JSON.stringify(body),
      headers: { "content-type": "application/json" },
    }),
  });
  const text = await response.text();
  const allow = response.headers.get("allow");
  const shown = text.length > 300 ? `${text.slice(0, 300)}…` : text;
  print(
    `${method} ${path} → ${response.status}${
      allow ? ` (Allow: ${allow})` : ""
    } ${shown}\n`,
  );
  if (response.status !== expected) {
    throw new Error(
      `${method} ${path}: found ${response.status}, wanted ${expected}`,
    );
  }
  return text === "" || !text.startsWith("{") ? null : JSON.parse(text);
}

async function callEverything(url: string): Promise<void> {
  const task = { title: "Write the report", description: "By Friday" };
  const created = await call(url, {
    method: "POST",
    path: "/tasks",
    body: task,
    expected: 201,
  }) as { id: string };
  const path = `/tasks/${created.id}`;
  const calls: Call[] = [
    { method: "GET", path: "/tasks?limit=10&sort=-createdAt", expected: 200 },
    { method: "GET", path, expected: 200 },
    { method: "PATCH", path, body: { description: null }, expected: 200 },
    { method: "PUT", path, body: { title: "Replaced" }, expected: 200 },
    { method: "POST", path: `${path}/complete`, expected: 200 },
    { method: "POST", path: `${path}/complete`, expected: 200 },
    { method: "POST", path: "/tasks", body: "{", expected: 400 },
    {
      method: "POST",
      path: "/tasks",
      body: { title: 7, nosuchfield: 1 },
      expected: 422,
    },
    {
      method: "POST",
      path: "/tasks",
      body: { title: "x".repeat(2_000_000) },
      expected: 413,
    },
    { method: "GET", path: "/tasks?sort=nothing", expected: 422 },
    { method: "GET", path: "/tasks/no-uuid", expected: 404 },
    { method: "PUT", path: "/tasks", body: task, expected: 405 },
    { method: "DELETE", path, expected: 204 },
    { method: "DELETE", path, expected: 404 },
    { method: "GET", path: "/health", expected: 200 },
    { method: "GET", path: "/health/ready", expected: 200 },
    { method: "GET", path: "/metrics", expected: 200 },
    { method: "GET", path: "/openapi.json", expected: 200 },
    { method: "GET", path: "/docs", expected: 200 },
  ];
  for (const one of calls) await call(url, one);
}

if (import.meta.main) {
  await using pipeline = new BlueprintToHarnessPipeline();
  const system = await pipeline.generateFromNaturalLanguage(REQUEST);
  const running = await system.start();
  await callEverything(running.url);
  const { code, ms, killed, leftover } = await running.stop();
  print(
    `\nSIGTERM: exit ${code} after ${
      Math.round(ms)
    } ms\n\nIts log:\n${running.output.stdout}`,
  );
  const inTime = code === 0 && ms < 1000 && !killed && leftover.length === 0;
  await Deno.remove(system.path, { recursive: true });
  if (!inTime) {
    throw new Error("It did not end within a second with exit code 0");
  }
}
