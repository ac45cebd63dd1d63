/**
 * The processor time of a process and its descendants (Linux).
 *
 * @module
 */

/** Returns the seconds used so far; NaN where there is no /proc. */
export async function cpuSeconds(pid: number): Promise<number> {
  try {
    return await ticksOf(pid) / TICKS_PER_SECOND;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return NaN;
    throw error;
  }
}

async function ticksOf(pid: number): Promise<number> {
  const stat = await Deno.readTextFile(`/proc/${pid}/stat`);
  // The name in brackets may have spaces; user and system time are the 12th and 13th field after it.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  let ticks = Number(fields[11]) + Number(fields[12]);
  for await (const { name } of Deno.readDir(`/proc/${pid}/task`)) {
    const children = await Deno.readTextFile(
      `/proc/${pid}/task/${name}/children`,
    );
    for (const child of children.trim().split(" ")) {
      if (child !== "") ticks += await ticksOf(Number(child));
    }
  }
  return ticks;
}

const TICKS_PER_SECOND = 100;
