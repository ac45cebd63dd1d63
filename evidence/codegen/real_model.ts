/**
 * The behaviour of the scenarios, asked of the model that the environment chooses (`AUTOCODER_PROVIDER`, `AUTOCODER_MODEL`,
 * `AUTOCODER_BASE_URL`, and its key where it wants one): what it got right, in how many rounds, for what.
 *
 * @module
 */
import { fileURLToPath } from "node:url";
import { CRATE_DEPOT } from "../../tests/authoring/crate_depot.ts";

/** Generates the depot and the golden system with three behaviours, without their kept answers. */
async function record(): Promise<void> {
  const folder = await Deno.makeTempDir({ prefix: "autocoder-real-" });
  try {
    const shop = await Deno.readTextFile(
      new URL("../../tests/golden/parcel_shop/blueprint.yaml", import.meta.url),
    );
    for (
      const [name, blueprint] of [["crate_depot", CRATE_DEPOT], [
        "parcel_shop",
        shop,
      ]] as const
    ) {
      await Deno.writeTextFile(`${folder}/${name}.yaml`, blueprint);
      const { code } = await new Deno.Command(Deno.execPath(), {
        args: [
          "run",
          "-A",
          "-q",
          CLI,
          "generate",
          "--blueprint",
          `${folder}/${name}.yaml`,
          "--out",
          `${folder}/${name}`,
          "--author",
          "model",
        ],
        stdin: "null",
        stdout: "inherit",
        stderr: "inherit",
      }).output();
      print(`${name}: exit ${code}\n`);
    }
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

function print(text: string): void {
  Deno.stdout.writeSync(new TextEncoder().encode(text));
}

const CLI = fileURLToPath(new URL("../../cli.ts", import.meta.url));

await record();
