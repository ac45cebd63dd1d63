/**
 * Does with a system what shows whether all of it works, and tells it in a text that is the same each time.
 *
 * @module
 */
import type { DeepContext } from "../deep_part.ts";
import { ask } from "./ask.ts";
import { logName, trafficOf } from "./rehearsal.ts";
import type { Stage } from "./stage.ts";
import { enlargeTables } from "./enlarge_tables.ts";

/** Asks for health and for every list, in its own order and in one that takes long. */
export async function exerciseSystem(
  context: DeepContext,
  stage: Stage,
  url: string,
): Promise<string> {
  const { model, signal } = context;
  // So that there is something to list.
  await trafficOf(context, stage, { url });
  const signedIn = await stage.signIn(url);
  const headers: Readonly<Record<string, string>> = signedIn
    ? { authorization: `${signedIn.scheme} ${signedIn.token}` }
    : {};
  await enlargeTables(context, stage);
  const paths = [
    "/health/ready",
    "/openapi.json",
    "/docs",
    ...(model.api?.resources.map(({ path }) => path) ??
      model.entities.map(({ path }) => path)).flatMap((path) => [
        path,
        `${path}?sort=-updatedAt`,
      ]),
  ];
  const seen: string[] = [];
  for (const path of paths) {
    const { status } = await ask(url + path, { headers, signal });
    seen.push(`${path} ${status}`);
  }
  context.bench.log(logName("permissions"), seen.join(", "));
  return seen.join("\n");
}
