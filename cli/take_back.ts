/**
 * Takes back what a healing left that was killed, before a command looks at the system.
 *
 * @module
 */
import type { Console } from "./console.ts";

/** Takes it back where there is any, and says so. */
export async function takeBack(
  dir: string,
  { json, signal }: { readonly json?: boolean; readonly signal: AbortSignal },
  console: Console,
): Promise<void> {
  const { takeBackHealing } = await import(
    "../validation/healing/take_back.ts"
  );
  const taken = await takeBackHealing(dir, { signal });
  if (!taken) return;
  const { takenBackText } = await import(
    "../validation/healing/healing_text.ts"
  );
  console.err(
    json
      ? JSON.stringify({ event: "taken_back", ...taken }) + "\n"
      : takenBackText(taken),
  );
}
