import { assert, assertEquals } from "@std/assert";

const MODULE = new URL("./dead_letter_process.ts", import.meta.url).href;
const KILLS = 3;

Deno.test("letters survive a process that is killed, and are sent again by the next one", async () => {
  const folder = await Deno.makeTempDir();
  const path = `${folder}/letters.jsonl`;
  try {
    for (let kill = 0; kill < KILLS; kill++) {
      const saved = await failUntilKilled(path, 20 + kill * 57);
      const { found, handled, accepted, refused, balanced } = await redrive(
        path,
      );
      assert(handled.length >= saved, `${handled.length} of ${saved} are left`);
      const wanted = Array.from({ length: handled.length }, (_, i) => i + 1);
      assertEquals(handled, wanted.map(orderText));
      assertEquals(
        found,
        wanted.map((n) => `RangeError no luck with ${n} 1`),
      );
      assertEquals([accepted, refused, balanced], [handled.length, 0, true]);
      const again = await redrive(path);
      assertEquals([again.found, again.tornBytes], [[], 0]);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
});

/** Runs a process that makes letters, kills it when at least so many are saved, and returns how many were. */
async function failUntilKilled(path: string, least: number): Promise<number> {
  await using child = start("fail", path);
  let saved = 0;
  let line = "";
  let isKilled = false;
  for await (const text of child.stdout.pipeThrough(new TextDecoderStream())) {
    const lines = (line + text).split("\n");
    line = lines.pop()!;
    saved = Number(lines.at(-1) ?? saved);
    if (saved < least || isKilled) continue;
    isKilled = true;
    child.kill("SIGKILL"); // what it has printed until then is still to be read
  }
  const { signal } = await child.status;
  assertEquals(signal, "SIGKILL");
  return saved;
}

interface Outcome {
  readonly found: readonly string[];
  readonly handled: readonly string[];
  readonly accepted: number;
  readonly refused: number;
  readonly balanced: boolean;
  readonly tornBytes: number;
}

async function redrive(path: string): Promise<Outcome> {
  await using child = start("redrive", path);
  const text = await new Response(child.stdout).text();
  const { success } = await child.status;
  assert(success);
  return JSON.parse(text);
}

function start(mode: string, path: string): Deno.ChildProcess {
  const folder = path.slice(0, path.lastIndexOf("/"));
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--no-check",
      "--quiet",
      `--allow-read=${folder}`,
      `--allow-write=${folder}`,
      MODULE,
      mode,
      path,
    ],
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
}

function orderText(n: number): string {
  return `${n} ${new Date(n).toISOString()} ${n + 1}`;
}
