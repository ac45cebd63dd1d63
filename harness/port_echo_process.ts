/**
 * A process of its own for the tests of the errors of workers: fails the channel to a worker with the
 * given task, waits for the worker's own error, and prints it and that it is still there.
 *
 * @module
 */
import type { WorkerTask } from "./port_worker_case.ts";
import { PortChannel } from "./workers.ts";

if (import.meta.main) {
  const [name] = Deno.args as WorkerTask[]; // the test says which
  const url = new URL("port_worker_case.ts", import.meta.url);
  const worker = new Worker(url, { type: "module", name });
  const failed = new Promise<string>((resolve) =>
    worker.addEventListener("error", ({ message }) => resolve(message))
  );
  {
    await using channel = new PortChannel<number>(worker, { name });
    await channel.send(3);
    await channel.receive();
  }
  const message = await failed;
  await new Promise((resolve) => setTimeout(resolve, 0)); // an error that counts ends the process first
  await Deno.stdout.write(new TextEncoder().encode(`alive: ${message}`));
  worker.terminate();
}
