/**
 * Starts a process that stands still where it is asked to, and kills it for real.
 *
 * @module
 */

/** A process that stands still, or has ended. */
export interface ReachedProcess {
  /** Kills it with SIGKILL; false when it had ended by itself. */
  kill(): Promise<boolean>;
}

/** Starts `healing_to_kill.ts` and waits until it says that it has reached its step, or is done. */
export async function startUntilReached(
  args: readonly string[],
): Promise<ReachedProcess> {
  const program = new URL("healing_to_kill.ts", import.meta.url).pathname;
  const child = new Deno.Command(Deno.execPath(), {
    args: ["run", "-A", "--no-check", program, ...args],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const reader = child.stdout.pipeThrough(new TextDecoderStream()).getReader();
  let said = "";
  while (!said.includes("\n")) {
    const { value, done } = await reader.read();
    if (done) throw new Error("The process ended and said nothing");
    said += value;
  }
  return {
    kill: async () => {
      if (said.startsWith("reached")) child.kill("SIGKILL");
      await child.stdin.close().catch(() => {});
      await reader.cancel();
      const { signal } = await child.status;
      return signal === "SIGKILL";
    },
  };
}
