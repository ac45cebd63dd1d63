/**
 * The README's first command, as a new user runs it: with npx alone, a fresh home and empty caches.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { print } from "../record.ts";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

if (import.meta.main) {
  const command = await readmeCommand();
  const folder = await Deno.makeTempDir();
  await Deno.mkdir(`${folder}/home`);
  await run(
    "git",
    ["clone", "--quiet", ROOT, `${folder}/autocoder`],
    folder,
    {},
  );
  const start = performance.now();
  print(`$ ${command}\n\n`);
  const code = await run("sh", ["-c", command], `${folder}/autocoder`, {
    HOME: `${folder}/home`,
    DENO_DIR: `${folder}/deno`,
    NO_COLOR: "1",
  });
  print(
    `\nexit ${code} after ${
      ((performance.now() - start) / 1000).toFixed(1)
    } s, with empty caches\n`,
  );
  await Deno.remove(folder, { recursive: true });
  Deno.exit(code);
}

/** Takes the command from the README, so that it is the one that is shown. */
async function readmeCommand(): Promise<string> {
  const readme = await Deno.readTextFile(`${ROOT}README.md`);
  const command = /```sh\n(npx -y deno@\S+ run -A cli\.ts generate [^\n]+)\n```/
    .exec(readme)?.[1];
  if (!command) {
    throw new Error("Cannot find the main job's command in README.md");
  }
  return command;
}

async function run(
  program: string,
  args: readonly string[],
  cwd: string,
  env: Readonly<Record<string, string>>,
): Promise<number> {
  const child = new Deno.Command(program, {
    args: [...args],
    cwd,
    env,
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  const show = async (stream: ReadableStream<Uint8Array>) => {
    for await (const text of stream.pipeThrough(new TextDecoderStream())) {
      print(text);
    }
  };
  await Promise.all([show(child.stdout), show(child.stderr)]);
  return (await child.status).code;
}
