/**
 * Starts llama.cpp's server with a model on this machine, asks it what `real_model.ts` asks, and stops it.
 *
 * `deno run -A evidence/codegen/local_model.ts [name…]` starts the model whose .gguf is named by `AUTOCODER_LOCAL_MODEL`. It
 * takes `llama-server` from the PATH, else the server of the Python package `llama-cpp-python[server]`, of the Python in
 * `LLAMA_PYTHON` if that is set. `LLAMA_CONTEXT` is the tokens of its context, 16384 by itself. `AUTOCODER_…` variables that
 * are set stand over those that are set here.
 *
 * @module
 */
import { basename } from "node:path";
import { fileURLToPath } from "node:url";

/** Starts the server, asks, and stops it. */
async function record(names: readonly string[]): Promise<number> {
  const file = Deno.env.get("AUTOCODER_LOCAL_MODEL");
  if (file === undefined) {
    throw new RangeError(
      "Cannot start a model: wanted the path of a .gguf in AUTOCODER_LOCAL_MODEL",
    );
  }
  await Deno.stat(file);
  const port = freePort();
  const { command, args } = await serverOf(file, port);
  const server = new Deno.Command(command, {
    args: [...args],
    stdin: "null",
    stdout: "null",
    stderr: "null",
  }).spawn();
  let isOver = false;
  const over = server.status.then(() => void (isOver = true));
  try {
    await ready(port, () => isOver);
    const { code } = await new Deno.Command(Deno.execPath(), {
      args: ["run", "-A", "-q", ASK, ...names],
      env: settings(file, port),
      stdin: "null",
      stdout: "inherit",
      stderr: "inherit",
    }).output();
    return code;
  } finally {
    if (!isOver) server.kill();
    await over;
  }
}

/** Whichever server is installed. */
async function serverOf(
  file: string,
  port: number,
): Promise<{ readonly command: string; readonly args: readonly string[] }> {
  const place = ["--host", "127.0.0.1", "--port", String(port)];
  if (await runs("llama-server", ["--version"])) {
    const args = ["--model", file, "--ctx-size", CONTEXT, "--parallel", "1"];
    return { command: "llama-server", args: [...args, ...place] };
  }
  const command = Deno.env.get("LLAMA_PYTHON") ?? "python3";
  if (await runs(command, ["-c", "import llama_cpp.server"])) {
    const args = [
      "-m",
      "llama_cpp.server",
      "--model",
      file,
      "--n_ctx",
      CONTEXT,
    ];
    return { command, args: [...args, ...place] };
  }
  throw new Error(
    'Cannot start a model: found neither "llama-server" on the PATH nor Python\'s "llama-cpp-python[server]", wanted one',
  );
}

async function runs(
  command: string,
  args: readonly string[],
): Promise<boolean> {
  try {
    const { success } = await new Deno.Command(command, {
      args: [...args],
      stdin: "null",
      stdout: "null",
      stderr: "null",
    }).output();
    return success;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return false;
    throw error;
  }
}

/** One question at a time, for as long as a processor may take; what is spent in a scenario is bounded. */
function settings(file: string, port: number): Record<string, string> {
  const wanted = {
    AUTOCODER_PROVIDER: "openai-compatible",
    AUTOCODER_MODEL: basename(file, ".gguf"),
    AUTOCODER_BASE_URL: `http://127.0.0.1:${port}/v1`,
    AUTOCODER_PARALLEL: "1",
    AUTOCODER_MODEL_TIMEOUT: "300",
    AUTOCODER_BUDGET: "60000 tokens",
  };
  return { ...wanted, ...pick(Deno.env.toObject(), Object.keys(wanted)) };
}

function pick(
  env: Readonly<Record<string, string>>,
  names: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter(([name]) => names.includes(name)),
  );
}

async function ready(port: number, isOver: () => boolean): Promise<void> {
  for (let tries = 0; tries < 600 && !isOver(); tries++) {
    const answer = await fetch(`http://127.0.0.1:${port}/v1/models`)
      .catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.ok) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error("Cannot start the model: its server does not answer");
}

function freePort(): number {
  using listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  return listener.addr.port;
}

const ASK = fileURLToPath(new URL("real_model.ts", import.meta.url));
const CONTEXT = Deno.env.get("LLAMA_CONTEXT") ?? "16384";

if (import.meta.main) Deno.exit(await record(Deno.args));
