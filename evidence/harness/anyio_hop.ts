/**
 * One hop through AnyIO's memory object stream, the base of the mission, in a Python of its own.
 *
 * @module
 */
import { CAPACITY } from "./hops.ts";
import type { Run } from "./in_turns.ts";

/** Returns the run and AnyIO's version, or undefined where Python does not have it. */
export async function anyioHop(
  items: number,
): Promise<{ readonly run: Run; readonly version: string } | undefined> {
  const version = await python(
    "import importlib.metadata as m, platform; " +
      "print(m.version('anyio'), 'on Python', platform.python_version())",
  );
  if (version === undefined) return undefined;
  const run = async () => {
    const nanos = await python(program(items));
    if (nanos === undefined) throw new Error("Cannot measure AnyIO");
    return Number(nanos);
  };
  return { run, version: version.trim() };
}

async function python(program: string): Promise<string | undefined> {
  try {
    const { success, stdout } = await new Deno.Command("python3", {
      args: ["-c", program],
      stderr: "null",
    }).output();
    return success ? new TextDecoder().decode(stdout) : undefined;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return undefined;
    throw error;
  }
}

/** Moves the items twice and prints the nanoseconds an item of the second time: the first warms up. */
function program(items: number): string {
  return `
import anyio, time

async def produce(send):
    async with send:
        for item in range(${items}):
            await send.send(item)

async def hop():
    send, receive = anyio.create_memory_object_stream(max_buffer_size=${CAPACITY})
    total = 0
    async with anyio.create_task_group() as tasks:
        tasks.start_soon(produce, send)
        async with receive:
            async for item in receive:
                total += item
    assert total == ${items} * (${items} - 1) // 2

async def main():
    await hop()
    begin = time.perf_counter_ns()
    await hop()
    print((time.perf_counter_ns() - begin) / ${items})

anyio.run(main)
`;
}
