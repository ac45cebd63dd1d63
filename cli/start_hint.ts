/**
 * Says how to start a system on this machine.
 *
 * @module
 */
import { delimiter, join } from "node:path";
import type { SystemModel } from "../generator/model/system_model.ts";
import type { VerificationReport } from "../validation/report.ts";

/** Renders the lines, with the Deno that is at hand. */
export async function startHint(
  out: string,
  model: SystemModel,
  report: Pick<VerificationReport, "status"> | undefined,
): Promise<string> {
  if (report?.status === "failed" || report?.status === "interrupted") {
    return "";
  }
  const deno = await isOnPath("deno") ? "deno" : "npx -y deno@2.9.6";
  return [
    `Start it:  cd ${quoted(out)} && ${deno} task start`,
    `           http://127.0.0.1:${model.port}${
      firstPath(model)
    }  (docs at /docs)`,
    "",
  ].join("\n");
}

function firstPath({ api, entities }: SystemModel): string {
  if (!api) return entities[0]?.path ?? "";
  const listed = api.resources.find(({ parent, operations }) =>
    !parent && operations.some(({ operation }) => operation === "list")
  );
  return listed?.path ?? "";
}

function quoted(path: string): string {
  return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`;
}

async function isOnPath(program: string): Promise<boolean> {
  for (const folder of (Deno.env.get("PATH") ?? "").split(delimiter)) {
    // npx puts the packages it runs in a folder on the PATH; it is gone once npx has ended.
    if (folder === "" || folder.includes("_npx")) continue;
    const info = await Deno.stat(join(folder, program)).catch(() => undefined);
    if (info?.isFile) return true;
  }
  return false;
}
