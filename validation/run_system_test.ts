import {
  assertEquals,
  assertMatch,
  assertNotEquals,
  assertRejects,
  assertStringIncludes,
} from "@std/assert";
import { GeneratedSystemError } from "./errors.ts";
import { probe } from "./http_probe.ts";
import { runSystem } from "./run_system.ts";
import { sampleSystem } from "./testdata/sample_system.ts";

const FREE = { PORT: "0", HOST: "127.0.0.1" };
const DENO = Deno.execPath();

Deno.test("runSystem() starts a system, and stops it when it is disposed of", async () => {
  await using sample = await sampleSystem();
  const lines: string[] = [];
  await using system = await runSystem(sample.dir, DENO, {
    env: FREE,
    onLine: (line) => lines.push(line),
  });
  assertMatch(system.url, /^http:\/\/127\.0\.0\.1:\d+$/);
  assertEquals((await probe(`${system.url}/health`)).status, 200);
  const stopped = await system.stop();
  assertEquals([stopped.code, stopped.killed, stopped.leftover], [
    0,
    false,
    [],
  ]);
  assertEquals(JSON.parse(lines.at(-1) ?? ""), { event: "stopped" });
});

Deno.test("runSystem() says why a system did not start", async () => {
  await using sample = await sampleSystem();
  using listener = Deno.listen({ port: 0, hostname: "127.0.0.1" });
  const env = { PORT: String(listener.addr.port), HOST: "127.0.0.1" };
  const error = await assertRejects(
    () => runSystem(sample.dir, DENO, { env }),
    GeneratedSystemError,
    "Cannot start the system",
  );
  assertMatch((error as Error).message, /in use/);
});

Deno.test("runSystem() gives a system up that does not listen in time, and kills it", async () => {
  await using sample = await sampleSystem({
    "main.ts": (text) => text.replace('log("listening"', 'log("silent"'),
  });
  const error = await assertRejects(
    () => runSystem(sample.dir, DENO, { env: FREE, startTimeoutMs: 400 }),
    GeneratedSystemError,
  );
  assertStringIncludes((error as Error).message, "no listening line");
});

Deno.test("runSystem() kills a system that ignores its stop", async () => {
  await using sample = await sampleSystem({
    "main.ts": (text) => text.replace("told.resolve()", "{}"),
  });
  await using system = await runSystem(sample.dir, DENO, {
    env: FREE,
    stopTimeoutMs: 200,
  });
  const stopped = await system.stop();
  assertEquals(stopped.killed, true);
  assertNotEquals(stopped.code, 0);
});

Deno.test("runSystem() is interrupted by its signal", async () => {
  await using sample = await sampleSystem();
  const aborter = new AbortController();
  const { signal } = aborter;
  const starting = runSystem(sample.dir, DENO, {
    env: FREE,
    signal,
    onLine: () => aborter.abort(),
  });
  const system = await starting.catch((error: unknown) => error);
  if (system instanceof Error) assertEquals(system.name, "AbortError");
  else await (system as AsyncDisposable)[Symbol.asyncDispose]();
  assertEquals(signal.aborted, true);
});
