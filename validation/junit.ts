/**
 * Reads the JUnit report that `deno test` writes.
 *
 * @module
 */
import type { TestResult } from "./report.ts";
import { stackFrames } from "./stack_frames.ts";

/**
 * Lists the tests of a report, steps included, with their files relative to the folder the tests ran in.
 *
 * @param dir that folder; without it nothing is said about where in the code a test failed.
 */
export function parseJunit(xml: string, dir?: string): TestResult[] {
  const found: Omit<TestResult, "step">[] = [];
  for (const [, attributes = "", content = ""] of xml.matchAll(TEST_CASE)) {
    const name = attribute(attributes, "name");
    const failure = /<(?:failure|error)\b([^>]*)>/.exec(content);
    const frames = failure && dir !== undefined
      ? stackFrames(content, dir)
      : [];
    const file = attribute(attributes, "classname").replace(/^\.\//, "");
    const line = attribute(attributes, "line");
    found.push({
      name,
      file: line ? `${file}:${line}` : file,
      state: failure
        ? "failed"
        : content.includes("<skipped")
        ? "ignored"
        : "passed",
      ms: Math.round(Number(attribute(attributes, "time")) * 1000),
      ...(failure ? { message: attribute(failure[1] ?? "", "message") } : {}),
      ...(frames.length === 0 ? {} : { frames }),
    });
  }
  return markSteps(found);
}

/** A step is named after its test: `test > step`. */
function markSteps(found: readonly Omit<TestResult, "step">[]): TestResult[] {
  const names = new Set(found.map(({ name }) => name));
  return found.map((test) => {
    const parents = [...test.name.matchAll(/ > /g)]
      .map((match) => test.name.slice(0, match.index));
    return { ...test, step: parents.some((parent) => names.has(parent)) };
  });
}

function attribute(attributes: string, name: string): string {
  const match = new RegExp(`\\b${name}="([^"]*)"`).exec(attributes);
  return (match?.[1] ?? "").replace(
    /&(?:#(\d+)|#x([0-9a-fA-F]+)|(\w+));/g,
    (whole, decimal?: string, hex?: string, entity?: string) => {
      if (decimal) return String.fromCodePoint(Number(decimal));
      if (hex) return String.fromCodePoint(parseInt(hex, 16));
      return ENTITIES[entity ?? ""] ?? whole;
    },
  );
}

// An attribute may hold ">": Deno escapes only what it must.
const TEST_CASE =
  /<testcase\b((?:[^>"]|"[^"]*")*?)(?:\/>|>([\s\S]*?)<\/testcase>)/g;

const ENTITIES: Readonly<Record<string, string>> = {
  amp: "&",
  apos: "'",
  gt: ">",
  lt: "<",
  quot: '"',
};
