import { assert, assertEquals, assertMatch, assertRejects } from "@std/assert";
import { rawConnect } from "./raw_http.ts";

Deno.test("runSystem() ends with 0 after SIGTERM, idle connections or not", async () => {
  await using system = await start();
  const url = await system.listening();
  using idle = await rawConnect(url);
  await idle.send("GET / HTTP/1.1\r\nHost: a\r\n\r\n");
  await idle.some();
  using _silent = await rawConnect(url);
  system.kill("SIGTERM");
  assertEquals(await system.ended(), { code: 0, stderr: "" });
});

Deno.test("runSystem() finishes the requests in hand", async () => {
  await using system = await start();
  const response = fetch(`${await system.listening()}/slow`);
  await system.event("waiting");
  system.kill("SIGINT");
  assertEquals(await (await response).text(), "slow");
  assertEquals(await system.ended(), { code: 0, stderr: "" });
});

Deno.test("runSystem() ends with 130 at the second signal", async () => {
  await using system = await start();
  const url = await system.listening();
  const broken = assertRejects(() => fetch(`${url}/stuck`), TypeError);
  await system.event("waiting");
  system.kill("SIGTERM");
  await system.event("stopping");
  system.kill("SIGTERM");
  assertEquals(await system.ended(), { code: 130, stderr: "" });
  await broken;
});

Deno.test("runSystem() says where it listens, whatever the level", async () => {
  await using system = await start({ LOG_LEVEL: "error" });
  assertMatch(await system.listening(), /^http:\/\/127\.0\.0\.1:\d+$/);
  system.kill("SIGTERM");
  assertEquals((await system.ended()).code, 0);
});

Deno.test("runSystem() ends with 1 and a line when the port is in use", async () => {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const { port } = listener.addr as Deno.NetAddr;
  await using system = await start({ PORT: String(port) });
  const { code, stderr } = await system.ended();
  assertEquals(code, 1);
  assertEquals(stderr.split("\n").length, 2, stderr);
  assert(
    stderr.includes(
      `Cannot listen on "127.0.0.1:${port}": found the port in use`,
    ),
  );
});

Deno.test("runSystem() ends with 1 and a line for each wrong setting", async () => {
  await using system = await start({ PORT: "x", LOG_LEVEL: "loud" });
  assertEquals(await system.ended(), {
    code: 1,
    stderr:
      'Cannot read setting "PORT": found "x", wanted an integer from 0 to 65535\n' +
      'Cannot read setting "LOG_LEVEL": found "loud", wanted one of debug, info, warn, error\n',
  });
});

Deno.test("runSystem() goes on after a failure, and ends with 1 and a line when there are too many", async () => {
  await using system = await start();
  const url = await system.listening();
  for (let failures = 1; failures <= 5; failures++) {
    assertEquals(await (await fetch(`${url}/break`)).text(), "broken");
    assertEquals(await system.listening(), url); // again, on the same port
  }
  await (await fetch(`${url}/break`)).body?.cancel();
  const escalated = await system.event("escalated");
  assertEquals([escalated.level, escalated.component], ["error", "gateway"]);
  assertEquals(await system.ended(), {
    code: 1,
    stderr: 'Cannot restart "gateway" of "fixture": found 5 restarts within ' +
      "30000 ms, wanted fewer: the disk is gone\n",
  });
});

interface RunningSystem extends AsyncDisposable {
  /** Waits for a log entry. */
  event(name: string): Promise<Readonly<Record<string, unknown>>>;
  /** Waits for the address. */
  listening(): Promise<string>;
  kill(signal: Deno.Signal): void;
  ended(): Promise<{ readonly code: number; readonly stderr: string }>;
}

/** Runs the fixture with no more permissions than a generated system has. */
async function start(env: Record<string, string> = {}): Promise<RunningSystem> {
  const fixture = new URL("./run_system_fixture.ts", import.meta.url);
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-prompt",
      "--allow-net=0.0.0.0,127.0.0.1",
      "--allow-env=HOST,PORT,LOG_LEVEL",
      fixture.href,
    ],
    env: { ...env, NO_COLOR: "1", DENO_NO_UPDATE_CHECK: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const lines = child.stdout.pipeThrough(new TextDecoderStream())
    .pipeThrough(new LineSplitter()).getReader();
  const stderr = new Response(child.stderr).text();
  const event = async (name: string) => {
    for (;;) {
      const { done, value } = await lines.read();
      if (done) throw new Error(`ended before "${name}": ${await stderr}`);
      const entry = JSON.parse(value);
      if (entry.event === name) return entry;
    }
  };
  return await Promise.resolve({
    event,
    listening: async () => String((await event("listening")).url),
    kill: (signal) => child.kill(signal),
    async ended() {
      while (!(await lines.read()).done);
      const { code } = await child.status;
      return { code, stderr: await stderr };
    },
    async [Symbol.asyncDispose]() {
      await lines.cancel();
      await child.status;
    },
  });
}

class LineSplitter extends TransformStream<string, string> {
  constructor() {
    let partial = "";
    super({
      transform(text, controller) {
        const lines = (partial + text).split("\n");
        partial = lines.pop() ?? "";
        for (const line of lines) controller.enqueue(line);
      },
    });
  }
}
