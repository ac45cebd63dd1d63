import { assert, assertEquals, assertMatch } from "@std/assert";

Deno.test("runWorkers() tells once where all listen, and prepares once", async () => {
  await using system = await start({ WORKERS: "2" });
  await system.event("prepared");
  const listening = await system.event("listening");
  assertMatch(String(listening.url), /^http:\/\/127\.0\.0\.1:\d+$/);
  assertEquals(listening.workers, 2);
  system.kill("SIGTERM");
  assertEquals(await system.ended(), { code: 0, stderr: "" });
  const { seen } = system;
  assertEquals(seen.filter(({ event }) => event === "listening").length, 1);
  assertEquals(seen.filter(({ event }) => event === "prepared").length, 1);
  const stopped = seen.filter(({ event }) => event === "system_stopped");
  assertEquals(stopped.map(({ worker }) => worker).sort(), [1, 2]);
});

Deno.test("runWorkers() counts every request once, whichever worker is asked", async () => {
  await using system = await start({ WORKERS: "2" });
  const { url } = await system.event("listening");
  const asked = Array.from({ length: 200 }, () => textOf(`${url}/quick`));
  assert((await Promise.all(asked)).every((text) => text === "quick"));
  // As many connections as there are questions: both workers are asked.
  const looks = Array.from({ length: 20 }, () => textOf(`${url}/metrics`));
  for (const text of await Promise.all(looks)) {
    assertEquals(countOf(text, "/quick"), 200);
    assertMatch(text, /^workers 2$/m);
  }
  system.kill("SIGTERM");
  assertEquals(await system.ended(), { code: 0, stderr: "" });
});

Deno.test("runWorkers() finishes the requests that its workers have in hand", async () => {
  await using system = await start({ WORKERS: "2" });
  const { url } = await system.event("listening");
  const slow = Array.from({ length: 8 }, () => textOf(`${url}/slow`));
  for (const _ of slow) await system.event("waiting");
  system.kill("SIGINT");
  assert((await Promise.all(slow)).every((text) => text === "slow"));
  assertEquals(await system.ended(), { code: 0, stderr: "" });
});

Deno.test("runWorkers() ends with 130 at the second signal", async () => {
  await using system = await start({ WORKERS: "2" });
  const { url } = await system.event("listening");
  const broken = textOf(`${url}/stuck`).catch(() => "broken");
  await system.event("waiting");
  system.kill("SIGTERM");
  await system.event("stopping");
  system.kill("SIGTERM");
  assertEquals((await system.ended()).code, 130);
  assertEquals(await broken, "broken");
});

Deno.test("runWorkers() starts a worker again that died, and keeps what it had counted", async () => {
  await using system = await start({ WORKERS: "2" });
  const { url } = await system.event("listening");
  const asked = Array.from({ length: 50 }, () => textOf(`${url}/quick`));
  await Promise.all(asked);
  assertEquals(countOf(await textOf(`${url}/metrics`), "/quick"), 50);
  assertEquals(await textOf(`${url}/die`), "dying");
  const ended = await system.event("worker_ended");
  assertEquals(ended.level, "error");
  assertMatch(String(ended.error), /the thread is gone/);
  const restarted = await system.event("worker_restarted");
  assertEquals(restarted.worker, ended.worker);
  assertEquals(JSON.parse(await textOf(`${url}/health`)).status, "ok");
  const text = await textOf(`${url}/metrics`);
  assertEquals(countOf(text, "/quick"), 50);
  assertMatch(text, /^worker_restarts_total 1$/m);
  system.kill("SIGTERM");
  assertEquals((await system.ended()).code, 0);
});

Deno.test("runWorkers() ends with 1 and says why when workers die too often", async () => {
  await using system = await start({ WORKERS: "2" });
  const { url } = await system.event("listening");
  for (let deaths = 1; deaths <= 5; deaths++) {
    await textOf(`${url}/die`);
    await system.event("worker_restarted");
  }
  await textOf(`${url}/die`);
  const { code, stderr } = await system.ended();
  assertEquals(code, 1);
  assertMatch(
    stderr,
    /Cannot restart worker [12]: found 5 restarts within 30000 ms, wanted fewer: .*the thread is gone/,
  );
});

Deno.test("runWorkers() divides the connections, and refuses more workers than there are", async () => {
  await using system = await start({ WORKERS: "2", CONNECTIONS: "7" });
  const { url } = await system.event("listening");
  assertEquals(await textOf(`${url}/connections`), "3");
  system.kill("SIGTERM");
  assertEquals((await system.ended()).code, 0);
  await using refused = await start({ WORKERS: "3", CONNECTIONS: "2" });
  assertEquals(await refused.ended(), {
    code: 1,
    stderr:
      'Cannot read setting "WORKERS": found "3", wanted at most DATABASE_CONNECTIONS, which is 2: each worker needs one\n',
  });
});

Deno.test("runWorkers() ends with 1 and a line when the port is in use, by workers too", async () => {
  await using first = await start({ WORKERS: "2" });
  const { url } = await first.event("listening");
  const { port } = new URL(String(url));
  await using second = await start({ WORKERS: "2", PORT: port });
  const { code, stderr } = await second.ended();
  assertEquals(code, 1);
  assertMatch(stderr, /^Cannot listen on .*: found the port in use.*\n$/);
  first.kill("SIGTERM");
  assertEquals((await first.ended()).code, 0);
});

Deno.test("runWorkers() with one worker serves in the process itself", async () => {
  await using system = await start({});
  const listening = await system.event("listening");
  assertEquals(listening.workers, undefined);
  assertEquals(await textOf(`${listening.url}/connections`), "10");
  const metrics = await textOf(`${listening.url}/metrics`);
  assert(!/^workers /m.test(metrics), metrics);
  system.kill("SIGTERM");
  assertEquals(await system.ended(), { code: 0, stderr: "" });
  assert(system.seen.every(({ worker }) => worker === undefined));
  assert(system.seen.every(({ event }) => event !== "prepared"));
});

async function textOf(url: string): Promise<string> {
  // A connection of its own: those that are kept stay with one worker.
  const headers = { connection: "close" };
  const response = await fetch(url, { headers });
  return await response.text();
}

function countOf(metrics: string, route: string): number {
  const line = metrics.split("\n").find((line) =>
    line.startsWith("http_requests_total{") && line.includes(`"${route}"`)
  );
  return Number(line?.split(" ").at(-1));
}

interface Entry extends Readonly<Record<string, unknown>> {
  readonly event: string;
}

interface RunningSystem extends AsyncDisposable {
  /** What it has logged, as far as it was read. */
  readonly seen: readonly Entry[];
  /** Waits for a log entry. */
  event(name: string): Promise<Entry>;
  kill(signal: Deno.Signal): void;
  ended(): Promise<{ readonly code: number; readonly stderr: string }>;
}

async function start(env: Record<string, string>): Promise<RunningSystem> {
  const root = new URL("../../", import.meta.url);
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      "--unstable-net",
      "--allow-net=127.0.0.1",
      "--allow-env=WORKERS,PORT,LOG_LEVEL,CONNECTIONS",
      `--allow-read=${root.pathname}templates/kit,${root.pathname}harness`,
      new URL("./run_workers_fixture.ts", import.meta.url).href,
    ],
    env: { ...env, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const lines = entriesOf(child.stdout);
  const stderr = new Response(child.stderr).text();
  const seen: Entry[] = [];
  const next = async () => {
    const { done, value } = await lines.next();
    if (!done) seen.push(value);
    return done ? undefined : value;
  };
  return await Promise.resolve({
    seen,
    async event(name) {
      for (;;) {
        const entry = await next();
        if (!entry) throw new Error(`ended before "${name}": ${await stderr}`);
        if (entry.event === name) return entry;
      }
    },
    kill: (signal) => child.kill(signal),
    async ended() {
      while (await next() !== undefined);
      const { code } = await child.status;
      return { code, stderr: await stderr };
    },
    async [Symbol.asyncDispose]() {
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended.
      }
      while (await next() !== undefined);
      await child.status;
    },
  });
}

async function* entriesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Entry, void> {
  let partial = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const lines = (partial + text).split("\n");
    partial = lines.pop() ?? "";
    for (const line of lines) yield JSON.parse(line);
  }
}
