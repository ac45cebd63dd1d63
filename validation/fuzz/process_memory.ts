/**
 * How much memory a process group takes.
 *
 * @module
 */
import { execFile } from "node:child_process";
import { groupMembers } from "../process_group.ts";

/** Adds up the resident memory of all processes in a group, in bytes. */
export async function groupMemory(group: number): Promise<number> {
  const members = await groupMembers(group);
  const pids = members.map((member) => member.split(" ")[0] ?? "");
  const sizes = Deno.build.os === "linux"
    ? await Promise.all(pids.map(residentInProc))
    : await residentInPs(pids);
  return sizes.reduce((sum, size) => sum + size, 0);
}

async function residentInProc(pid: string): Promise<number> {
  const status = await Deno.readTextFile(`/proc/${pid}/status`)
    .catch(() => ""); // it has just ended
  return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 0) * 1024;
}

async function residentInPs(pids: readonly string[]): Promise<number[]> {
  const text = await new Promise<string>((resolve, reject) => {
    execFile(
      "ps",
      ["-o", "rss=", "-p", pids.join(",")],
      (error, stdout) => error ? reject(error) : resolve(String(stdout)),
    );
  });
  return text.trim().split(/\s+/).map((size) => Number(size) * 1024);
}
