/**
 * Decides on which port a system is started.
 *
 * @module
 */
import { unifiedDiff } from "../generator/unified_diff.ts";
import { agreement } from "./agreement.ts";
import type { Console } from "./console.ts";
import { CommandFailure, EXIT } from "./exit_code.ts";

/**
 * Takes the system's own port if it is free; if not, and where mending is wanted, the next one that is, for this start
 * alone: the blueprint keeps its own.
 *
 * @throws {CommandFailure} when no port can be taken, or must not be.
 */
export function startPort(
  own: number,
  options: { readonly heal?: boolean | "ask"; readonly json?: boolean },
  console: Console,
): number {
  if (isFree(own)) return own;
  const agree = agreement(options, console);
  const other = agree && nextFree(own);
  const change = {
    path: "environment",
    before: `PORT=${own}\n`,
    after: `PORT=${other}\n`,
  };
  if (other !== undefined && agree?.(unifiedDiff(change))) return other;
  throw new CommandFailure(
    `Cannot start the system on port ${own}: found it in use; leave out --start, and later "autocoder start DIR --port 0"`,
    EXIT.couldNotRun,
  );
}

function nextFree(own: number): number | undefined {
  for (let port = own + 1; port <= Math.min(own + MOST_TRIED, 65535); port++) {
    if (isFree(port)) return port;
  }
}

function isFree(port: number): boolean {
  try {
    Deno.listen({ hostname: "0.0.0.0", port }).close();
    return true;
  } catch (error) {
    if (error instanceof Deno.errors.AddrInUse) return false;
    throw error;
  }
}

const MOST_TRIED = 100;
