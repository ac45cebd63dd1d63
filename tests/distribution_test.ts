import { assertEquals } from "@std/assert";
import { fileURLToPath } from "node:url";
import { readTree } from "../templates/bundle.ts";

/**
 * The tool as it is distributed gives the same bytes as the checkout: as a remote module served file by
 * file, and as a compiled binary.
 */
const ROOT = new URL("../", import.meta.url);
const BLUEPRINT = fileURLToPath(
  new URL("golden/shop_orders/blueprint.yaml", import.meta.url),
);

Deno.test("the package, served file by file, generates the same bytes", async () => {
  await using server = serveRepository();
  await inEmptyFolder(async (folder) => {
    const base = `http://127.0.0.1:${server.addr.port}`;
    const args = [
      "run",
      "-A",
      "--no-config",
      `--import-map=${base}/deno.json`,
      `--reload=${base}`,
      `${base}/mod.ts`,
    ];
    await generate(Deno.execPath(), args, folder);
    assertEquals(await digest(`${folder}/out`), await digestOfCheckout());
  });
});

Deno.test({
  name: "the compiled binary generates the same bytes",
  // Needs a Deno that can compile here: COMPILE_DENO, with DENORT_BIN where its download host is out of reach.
  ignore: !Deno.env.get("COMPILE_DENO"),
  async fn() {
    await inEmptyFolder(async (folder) => {
      const binary = `${folder}/autocoder`;
      const compile = new Deno.Command(Deno.env.get("COMPILE_DENO") ?? "", {
        args: ["compile", "-A", "--quiet", "--output", binary, "cli.ts"],
        cwd: ROOT,
        stderr: "inherit",
      });
      assertEquals((await compile.output()).success, true);
      await Deno.mkdir(`${folder}/empty`);
      await generate(binary, [], `${folder}/empty`);
      assertEquals(
        await digest(`${folder}/empty/out`),
        await digestOfCheckout(),
      );
    });
  },
});

async function digestOfCheckout(): Promise<string> {
  let result = "";
  await inEmptyFolder(async (folder) => {
    await generate(Deno.execPath(), [
      "run",
      "-A",
      fileURLToPath(new URL("cli.ts", ROOT)),
    ], folder);
    result = await digest(`${folder}/out`);
  });
  return result;
}

async function generate(
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<void> {
  const command = new Deno.Command(program, {
    args: [
      ...args,
      "generate",
      "--blueprint",
      BLUEPRINT,
      "--out",
      "out",
      "--no-verify",
    ],
    cwd,
    stdout: "null",
    stderr: "piped",
  });
  const { code, stderr } = await command.output();
  if (code !== 0) throw new Error(new TextDecoder().decode(stderr));
}

/** The manifest has the hash of every file. */
async function digest(folder: string): Promise<string> {
  const manifest = await Deno.readTextFile(
    `${folder}/.autocoder/manifest.json`,
  );
  const files = await readTree(
    new URL(`file://${folder}/`),
    (path) => !path.startsWith("evidence/"),
  );
  return manifest +
    files.map(([path, text]) => `${path} ${text.length}`).join("\n");
}

function serveRepository(): Deno.HttpServer<Deno.NetAddr> {
  return Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    async (request) => {
      const path = new URL(request.url).pathname.slice(1);
      const text = await Deno.readTextFile(new URL(path, ROOT)).catch(() =>
        undefined
      );
      if (text === undefined) return new Response(null, { status: 404 });
      const type = path.endsWith(".json")
        ? "application/json"
        : "application/typescript";
      return new Response(text, { headers: { "content-type": type } });
    },
  );
}

async function inEmptyFolder(
  body: (folder: string) => Promise<void>,
): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await body(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
