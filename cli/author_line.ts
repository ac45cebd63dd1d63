/**
 * How the steps of a language model's work are shown, a line each.
 *
 * @module
 */
import type { AuthorEvent } from "../authoring/units/author_event.ts";
import { visible } from "../generator/blueprint/quoted.ts";
import { counted } from "../validation/counted.ts";

/** Gives the line of a step; undefined for one that is not shown by itself. */
export function authorLine(event: AuthorEvent): string | undefined {
  switch (event.event) {
    case "round":
      return event.round === 1
        ? undefined
        : `round ${event.round}: ${
          counted(event.units, "unit")
        } to be repaired`;
    case "wave":
      return `wave ${event.wave} of ${event.of}: asking for ${
        counted(event.units, "unit")
      }`;
    case "answered": {
      const { input, output, cached, estimated = 0 } = event.usage;
      return `  ${event.unit}: answered after ${
        seconds(event.ms)
      }, ${input} tokens in${
        cached > 0 ? ` (${cached} cached)` : ""
      }, ${output} out${estimated > 0 ? ", by their length" : ""}`;
    }
    case "retry":
      return `  ${event.unit}: ${visible(event.reason)}; again in ${
        seconds(event.waitMs)
      }`;
    case "checking":
      return `${CHECK_WORDS[event.stage]} (${counted(event.units, "unit")})`;
    case "faults":
      return [
        `  ✗ ${event.unit}: ${STAGE_WORDS[event.stage]}`,
        ...event.faults.slice(0, MOST_SHOWN).map((fault) =>
          `      ${visible(fault.replace(/\s+/g, " ")).slice(0, LINE_WIDTH)}`
        ),
      ].join("\n");
    case "written":
      return `  ✓ ${event.unit}: written in ${counted(event.rounds, "round")}`;
    case "failed":
      return `  ✗ ${event.unit}: given up, ${visible(event.why)}`;
    case "asked":
    case "text":
      return undefined;
  }
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

const STAGE_WORDS = {
  call: "no answer",
  answer: "the answer",
  confinement: "the bounds",
  types: "the types",
  lint: "the linter",
  tests: "the tests",
  mutants: "whether the tests can fail",
  system: "all tests of the system",
} as const;
const CHECK_WORDS = {
  call: "asking",
  answer: "reading the answers",
  confinement: "looking for what is out of bounds",
  types: "checking types",
  lint: "linting",
  tests: "running the tests",
  mutants: "looking whether the tests can fail",
  system: "running all tests of the system",
} as const;
const MOST_SHOWN = 4;
const LINE_WIDTH = 160;
