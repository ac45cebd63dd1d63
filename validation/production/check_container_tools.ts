/**
 * What public tools say about the container: a linter, and the engine that builds and runs it.
 *
 * @module
 */
import { startChild } from "../child_process.ts";
import type { DeepContext } from "../deep_part.ts";
import type { CheckOutcome, FindingDraft } from "../tier.ts";
import { logName } from "./rehearsal.ts";
import { onStage } from "./stage.ts";

/** Lints the Dockerfile with hadolint, where it is installed. */
export function checkContainerLinter(
  context: DeepContext,
): Promise<CheckOutcome> {
  return onStage(context, "container_linter", async ({ dir }) => {
    const lint = await run(context, dir, "hadolint", ["deploy/Dockerfile"]);
    if (!lint) return { notRun: "hadolint is not installed here" };
    context.bench.log(logName("container_linter"), lint.text);
    const lines = lint.text.split("\n").filter((line) => line !== "");
    const findings = lint.code === 0 ? [] : lines.map(objection);
    return { findings, note: "hadolint", log: logName("container_linter") };
  });
}

/** Builds the image and asks who runs in it, where an engine runs. */
export function checkContainerEngine(
  context: DeepContext,
): Promise<CheckOutcome> {
  return onStage(context, "container_engine", async ({ dir }) => {
    const log = logName("container_engine");
    const info = await run(context, dir, "docker", ["info"]);
    if (!info) return { notRun: "there is no container engine here" };
    if (info.code !== 0) {
      return { notRun: "the container engine does not run here" };
    }
    const tag = `autocoder-production:${crypto.randomUUID()}`;
    const build = ["build", "-f", "deploy/Dockerfile", "-t", tag, "."];
    const built = await run(context, dir, "docker", build);
    context.bench.log(log, built?.text ?? "");
    if (built?.code !== 0) {
      return { findings: [objection("the image cannot be built")], log };
    }
    try {
      const asked = ["run", "--rm", "--entrypoint", "id", tag, "-u"];
      const user = await run(context, dir, "docker", asked);
      const isRoot = user?.code !== 0 || user.text.trim() === "0";
      const findings = isRoot ? [objection("it runs as root")] : [];
      return { findings, note: `user ${user?.text.trim()}`, log };
    } finally {
      await run(context, dir, "docker", ["rmi", "-f", tag]);
    }
  });
}

/** Runs a tool; undefined when there is none. */
async function run(
  { signal }: DeepContext,
  cwd: string,
  tool: string,
  args: readonly string[],
): Promise<
  { readonly code: number | null; readonly text: string } | undefined
> {
  try {
    await using child = startChild(tool, args, {
      cwd,
      env: Deno.env.toObject(),
      signal,
    });
    const { code } = await child.exited;
    return { code, text: child.output.stdout + child.output.stderr };
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof Deno.errors.NotFound || isMissing(error)) {
      return undefined;
    }
    throw error;
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ENOENT";
}

function objection(cause: string): FindingDraft {
  return {
    code: "V817",
    place: "deploy/Dockerfile",
    cause,
    nextStep: "mend the Dockerfile, and build it by hand",
  };
}
