import { assertEquals, assertStringIncludes } from "@std/assert";
import type { WorkerTask } from "./port_worker_case.ts";

Deno.test("disposing of a PortChannel does not end the process: its worker's plain loop may", async () => {
  const { code, stdout } = await run("echo");
  assertEquals([code, stdout], [
    0,
    'alive: Uncaught (in promise) ChannelBroken: Cannot receive from channel "echo": its other side failed',
  ]);
});

Deno.test("disposing of a PortChannel does not end the process when its worker pipes", async () => {
  const { code, stdout } = await run("pipe");
  assertEquals([code, stdout], [
    0,
    'alive: Uncaught (in promise) Error: channel "pipe" was disposed',
  ]);
});

Deno.test("another error of the worker after the end of its channel is not swallowed", async () => {
  const { code, stdout, stderr } = await run("throw later");
  assertEquals([code, stdout], [1, ""]);
  assertStringIncludes(stderr, "RangeError: cannot tidy up");
});

/** Fails the channel to a worker in a process of its own. */
async function run(task: WorkerTask) {
  const { code, stdout, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-check",
      "--quiet",
      `--allow-read=${new URL(".", import.meta.url).pathname}`,
      new URL("port_echo_process.ts", import.meta.url).pathname,
      task,
    ],
    env: { NO_COLOR: "1" },
  }).output();
  const text = new TextDecoder();
  return { code, stdout: text.decode(stdout), stderr: text.decode(stderr) };
}
