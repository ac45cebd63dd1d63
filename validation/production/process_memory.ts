/**
 * How much memory a running system takes.
 *
 * @module
 */
import { execFile } from "node:child_process";
import { groupMembers } from "../process_group.ts";

/** Bytes that are resident for the largest process of a group: the program itself, not the task that started it. */
export async function residentBytes(group: number): Promise<number> {
  const pids = (await groupMembers(group)).map((text) => text.split(" ")[0]);
  const all = await Promise.all(pids.map((pid) => residentOf(pid ?? "")));
  return Math.max(0, ...all);
}

async function residentOf(pid: string): Promise<number> {
  if (Deno.build.os === "linux") {
    const text = await Deno.readTextFile(`/proc/${pid}/status`).catch(() => "");
    return Number(/^VmRSS:\s+(\d+) kB$/m.exec(text)?.[1] ?? 0) * 1024;
  }
  const text = await new Promise<string>((resolve, reject) => {
    execFile(
      "ps",
      ["-o", "rss=", "-p", pid],
      (error, stdout) => error ? reject(error) : resolve(String(stdout)),
    );
  });
  return Number(text.trim()) * 1024;
}
