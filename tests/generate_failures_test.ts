import { assert, assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";

const ROOT = new URL("../", import.meta.url);
const BLUEPRINT = fileURLToPath(
  new URL("golden/shop_orders/blueprint.yaml", import.meta.url),
);

/** The moments at which Ctrl-C comes, as what is on stderr by then. */
const AFTER_THE_MOVE = ["tier 1", "tier 2", "tier 3"];

Deno.test("Ctrl-C while files are written leaves nothing, or the whole system", async () => {
  await inFolder(async (folder) => {
    using watcher = Deno.watchFs(folder);
    const child = startGeneration(folder);
    for await (const { paths } of watcher) {
      if (paths.some((path) => path.includes(".autocoder-"))) break;
    }
    child.kill("SIGINT");
    await child.stderr.cancel();
    assertEquals((await child.status).code, 130);
    const left = await namesIn(folder);
    if (left.length > 0) {
      assert(await isWhole(`${folder}/out`), `left: [${left}]`);
    }
  });
});

for (const moment of AFTER_THE_MOVE) {
  Deno.test(`Ctrl-C at "${moment}" leaves the whole system, with evidence that says so`, async () => {
    await inFolder(async (folder) => {
      assertEquals(await interrupt(folder, moment), 130);
      assert(await isWhole(`${folder}/out`));
      const report = JSON.parse(
        await Deno.readTextFile(`${folder}/out/evidence/report.json`),
      );
      assertEquals(report.status, "interrupted");
      assertEquals(await namesIn(folder), [
        "out",
      ]);
    });
  });
}

Deno.test("a target that cannot be written to is a clear error and exit code 2", async () => {
  const { code, stderr } = await new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      "cli.ts",
      "generate",
      "--blueprint",
      BLUEPRINT,
      "--out",
      "/proc/autocoder/out",
    ],
    cwd: ROOT,
  }).output();
  const text = new TextDecoder().decode(stderr);
  assertEquals(code, 2);
  assert(/error: .*\/proc\/autocoder/.test(text), text);
  assert(!text.includes("    at "), text);
});

Deno.test({
  name: "a full disk is a clear error, exit code 2, and leaves nothing",
  ignore: !await canMount(),
  async fn() {
    await inFolder(async (folder) => {
      await mount("-t", "tmpfs", "-o", "size=200k", "tmpfs", folder);
      try {
        const child = startGeneration(folder);
        const text = await new Response(child.stderr).text();
        assertEquals((await child.status).code, 2);
        assert(
          /error: Cannot write to "out": No space left on device/.test(text),
          text,
        );
        assertEquals(await namesIn(folder), []);
      } finally {
        await new Deno.Command("umount", { args: [folder] }).output();
      }
    });
  },
});

async function canMount(): Promise<boolean> {
  const folder = await Deno.makeTempDir();
  const mounted = await mount("-t", "tmpfs", "-o", "size=4k", "tmpfs", folder);
  if (mounted) await new Deno.Command("umount", { args: [folder] }).output();
  await Deno.remove(folder);
  return mounted;
}

async function mount(...args: string[]): Promise<boolean> {
  try {
    return (await new Deno.Command("mount", { args, stderr: "null" }).output())
      .success;
  } catch {
    return false; // There is no such program here.
  }
}

/** Runs a generation, sends SIGINT once stderr has the moment's text, and returns the exit code. */
async function interrupt(folder: string, moment: string): Promise<number> {
  const child = startGeneration(folder);
  let seen = "";
  let sent = false;
  for await (const chunk of child.stderr.pipeThrough(new TextDecoderStream())) {
    seen += chunk;
    if (!sent && seen.includes(moment)) {
      sent = true;
      child.kill("SIGINT");
    }
  }
  return (await child.status).code;
}

function startGeneration(cwd: string): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "-A",
      fileURLToPath(new URL("cli.ts", ROOT)),
      "generate",
      "--blueprint",
      BLUEPRINT,
      "--out",
      "out",
    ],
    cwd,
    stdout: "null",
    stderr: "piped",
  }).spawn();
}

async function isWhole(folder: string): Promise<boolean> {
  const manifest = JSON.parse(
    await Deno.readTextFile(`${folder}/.autocoder/manifest.json`),
  );
  for (const { path } of manifest.files) await Deno.stat(`${folder}/${path}`);
  return true;
}

async function namesIn(folder: string): Promise<string[]> {
  return (await Array.fromAsync(Deno.readDir(folder))).map(({ name }) => name);
}

async function inFolder(
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await body(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
