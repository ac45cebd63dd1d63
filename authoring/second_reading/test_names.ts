/**
 * The names of the tests that ran, as their raw output tells them.
 *
 * @module
 */

/** Lists the names, each once, log by log and sorted; at most so many. */
export function testNames(
  logs: ReadonlyMap<string, string>,
  most: number = MOST_NAMES,
): { readonly names: readonly string[]; readonly left: number } {
  // What shows a requirement comes first, should there be too many.
  const ordered = [...logs].sort(([one], [other]) =>
    rank(one) - rank(other) || (one < other ? -1 : 1)
  );
  // Tests that run side by side end in any order; the same tests are to be the same list.
  const names = new Set(
    ordered.flatMap(([, text]) =>
      [...text.matchAll(RESULT)].map(([, name = ""]) => name).toSorted()
    ),
  );
  return {
    names: [...names].slice(0, most),
    left: Math.max(0, names.size - most),
  };
}

function rank(name: string): number {
  const at = FIRST.indexOf(name);
  return at < 0 ? FIRST.length : at;
}

/** A line that tells how a test or a step ended; tests of several files have theirs in front. */
const RESULT = /^ *(?:\.\/\S+ => )?(\S.*?) \.\.\. (?:ok|FAILED)(?= |$)/gm;
const FIRST = ["acceptance.log", "integration.log"];
const MOST_NAMES = 600;
