/**
 * What is asked of a real model: blueprints and requests of the scenarios, without a script of what it answers.
 *
 * @module
 */
import { CRATE_DEPOT } from "../../tests/authoring/crate_depot.ts";
import { NOTE_BOOK } from "../../tests/authoring/note_book.ts";
import { PARCEL_REQUEST } from "../../tests/authoring/parcel_request.ts";

/** One call of the program, or two: a system has to be there before it is read again. */
export interface RealScenario {
  /** Its name, by which it can be chosen. */
  readonly name: string;
  /** What is asked for. */
  readonly title: string;
  /** The blueprint that lies in the folder. @default none */
  readonly blueprint?: () => Promise<string>;
  /** The arguments of a call before it that needs no model; `FOLDER` stands for the folder. @default no such call */
  readonly before?: readonly string[];
  /** The arguments of the call. */
  readonly args: readonly string[];
}

/** All of them. */
export const REAL_SCENARIOS: readonly RealScenario[] = [
  {
    name: "depot",
    title: "a guard of a depot, by its sentence and two examples",
    blueprint: () => Promise.resolve(CRATE_DEPOT),
    args: [...generate("FOLDER/blueprint.yaml"), "--author", "model"],
  },
  {
    name: "parcels",
    title: "a shop's shipping costs, its guard and its endpoint, in two waves",
    blueprint: () =>
      Deno.readTextFile(
        new URL(
          "../../tests/golden/parcel_shop/blueprint.yaml",
          import.meta.url,
        ),
      ),
    args: [...generate("FOLDER/blueprint.yaml"), "--author", "model"],
  },
  {
    name: "file",
    title: "whole files of the plan: a validation and a document",
    blueprint: () => Promise.resolve(NOTE_BOOK),
    args: [
      ...generate("FOLDER/blueprint.yaml"),
      "--author",
      "model",
      "--author-units",
      "validations/*,docs/ENTITIES.md",
    ],
  },
  {
    name: "words",
    title: "a plan from two plain sentences",
    args: [
      "plan",
      "--planner",
      "model",
      "A task API. Tasks have a title (required, at most 80 characters) and can be completed.",
    ],
  },
  {
    name: "rules",
    title: "a plan with rules that the catalog cannot express",
    args: ["plan", "--planner", "model", PARCEL_REQUEST.join(" ")],
  },
  {
    name: "reading",
    title: "a second reading of a verified system",
    before: [
      "generate",
      "A note API. Notes have a text (required, at most 20 characters). Notes are never deleted.",
      "--out",
      "FOLDER/system",
    ],
    args: ["verify", "FOLDER/system", "--second-reading"],
  },
  {
    name: "repair",
    title: "a repair of logic that its examples refuse",
    blueprint: () => Promise.resolve(WRONG_CUPS),
    before: [...generate("FOLDER/blueprint.yaml"), "--no-verify", "--no-heal"],
    args: ["verify", "FOLDER/system", "--heal=model"],
  },
];

function generate(blueprint: string): readonly string[] {
  return ["generate", "--blueprint", blueprint, "--out", "FOLDER/system"];
}

/** A tea takes 5 grams for a cup, and its logic says 50. */
const WRONG_CUPS = `system: teas
store: { engine: memory }
entities:
  tea:
    fields:
      grams: { type: integer, required: true, min: 1, max: 1000 }
      cups:
        type: integer
        computed:
          run: |
            return Math.floor(tea.grams / 50);
          examples:
            - given: { grams: 12 }
              gives: 2
requirements:
  - text: A cup takes 5 grams.
    covers: [tea.cups]
`;
