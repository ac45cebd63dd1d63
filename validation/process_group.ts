/**
 * What runs in a process group.
 *
 * @module
 */
import { execFile } from "node:child_process";

/** Lists the processes of a group that still run, as `pid command`; ended ones that nobody has collected do not count. */
export async function groupMembers(group: number): Promise<string[]> {
  const processes = Deno.build.os === "linux"
    ? await readProc()
    : await readPs();
  return processes.filter((one) => one.group === group && one.runs)
    .map((one) => `${one.pid} ${one.command}`);
}

interface ProcessLine {
  readonly pid: number;
  readonly group: number;
  readonly runs: boolean;
  readonly command: string;
}

async function readProc(): Promise<ProcessLine[]> {
  const found: ProcessLine[] = [];
  for await (const entry of Deno.readDir("/proc")) {
    if (!/^\d+$/.test(entry.name)) continue;
    const text = await Deno.readTextFile(`/proc/${entry.name}/stat`)
      .catch(() => "");
    // pid (command) state parent group …; the command may hold spaces and brackets.
    const match = /^(\d+) \((.*)\) (\S) \d+ (\d+) /s.exec(text);
    if (!match) continue;
    found.push({
      pid: Number(match[1]),
      command: match[2] ?? "",
      runs: !ENDED.includes(match[3] ?? ""),
      group: Number(match[4]),
    });
  }
  return found;
}

async function readPs(): Promise<ProcessLine[]> {
  const text = await new Promise<string>((resolve, reject) => {
    execFile(
      "ps",
      ["-A", "-o", "pid=,pgid=,stat=,comm="],
      (error, stdout) => error ? reject(error) : resolve(String(stdout)),
    );
  });
  return text.split("\n").flatMap((line) => {
    const match = /^\s*(\d+)\s+(\d+)\s+(\S)\S*\s+(.*)$/.exec(line);
    if (!match) return [];
    return [{
      pid: Number(match[1]),
      group: Number(match[2]),
      runs: !ENDED.includes(match[3] ?? ""),
      command: match[4] ?? "",
    }];
  });
}

/** States of a process that has ended: zombie, dead. */
const ENDED = ["Z", "X"];
