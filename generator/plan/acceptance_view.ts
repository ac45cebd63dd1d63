/**
 * One acceptance test for each thing a requirement became.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import {
  comment,
  joined,
  name,
  safe,
  tsLiteral,
} from "../../templates/safe_text.ts";
import type { AcceptanceView } from "../../templates/views.ts";
import type { MissingProof, StatementProof } from "./acceptance_proof.ts";
import { EXAMPLE_TIME } from "./example_world.ts";
import { logicConstant } from "./logic_view.ts";
import { databaseOf, proofsOf } from "./reference_proofs.ts";
import { makeName } from "./sample_views.ts";
import { testParameters } from "./test_parameters.ts";

/** Describes the acceptance tests of a system. */
export function acceptanceView(system: SystemModel): AcceptanceView {
  const proofs = system.requirements.flatMap((requirement) =>
    requirement.covers.flatMap((reference) =>
      proofsOf(reference, system).map((proof) => ({
        title: `${requirement.id} ${reference}${
          proof.example === undefined ? "" : ` (${proof.example})`
        }`,
        text: requirement.text,
        proof,
      }))
    )
  );
  const tests = proofs.flatMap(({ title, text, proof }) =>
    "reason" in proof ? [] : [{
      title: tsLiteral(`${title}: ${text}`),
      statement: proof.statement,
      usesSystem: proof.statement.includes("test."),
      ...(proof.logic === undefined ? {} : { logic: proof.logic }),
      ...(proof.timed ? { time: tsLiteral(timeOf(proof)) } : {}),
    }]
  );
  const used = (called: string) =>
    tests.some(({ statement }) =>
      new RegExp(`\\b${called}\\b`).test(statement)
    );
  const samples = system.entities.flatMap((
    entity,
  ) => [makeName(entity), name(`${entity.name.camel}Body`)]);
  return {
    tests,
    untested: proofs.flatMap(({ title, proof }) =>
      "reason" in proof && !proof.isMore
        ? [comment(`${title}: ${toldReason(proof)}`)]
        : []
    ),
    ...(tests.some(({ logic }) => logic !== undefined)
      ? { played: playedView(tests, system) }
      : {}),
    checks: CHECKS.filter(used).map(name),
    samples: samples.filter(used).toSorted(),
    usesSystem: tests.some((test) => test.usesSystem),
    usesConfig: used("readSystemConfig"),
    usesAssert: tests.some(({ statement }) => statement.includes("assert.")),
    responses: ["expectContains", "expectProblem"].filter(used).map(name),
    outcomes: ["expectFailure", "expectValue"].filter(used).map(name),
    database: tests.some(({ statement }) => statement.includes(" instanceof "))
      ? databaseOf(system)
      : undefined,
  };
}

function timeOf({ now }: StatementProof): string {
  return now === undefined ? EXAMPLE_TIME : new Date(now).toISOString();
}

/** Tells whether examples of logic are among a system's acceptance tests. */
export function playsExamples(system: SystemModel): boolean {
  return !system.api && acceptanceView(system).played !== undefined;
}

/** Lists what the tests need of the kit. */
export function acceptanceRoots(system: SystemModel): string[] {
  if (system.requirements.length === 0) return [];
  const played = system.api ? undefined : acceptanceView(system).played;
  if (played === undefined) return ["acceptance"];
  return [
    "acceptance",
    "played_example",
    "send_to",
    ...(played.constants.length > 0 ? ["logic_part"] : []),
    ...(played.timed ? ["clock_at"] : []),
  ];
}

/** What the tests need that play examples. */
function playedView(
  tests: AcceptanceView["tests"],
  system: SystemModel,
): AcceptanceView["played"] {
  const parts = tests.map(({ logic = "" }) => logic).join(" ");
  return {
    before: joined(
      testParameters(system).map(() => safe<"ts">`undefined, `),
      safe``,
    ),
    timed: tests.some(({ time }) => time !== undefined),
    constants: system.entities.flatMap((entity) => {
      const constant = logicConstant(entity);
      return new RegExp(`\\b${constant}\\b`).test(parts)
        ? [{ name: constant, file: name(entity.name.snake) }]
        : [];
    }),
    checks: PLAYED.filter((called) =>
      tests.some(({ statement }) => statement.includes(called))
    ).map(name),
  };
}

function toldReason({ reason, elsewhere = [] }: MissingProof): string {
  const files = [...new Set(elsewhere.map(({ file }) => file))];
  return files.length === 0
    ? reason
    : `${reason}; ${files.join(", ")} shows it`;
}

const CHECKS = [
  "NOW",
  "creating",
  "expectAction",
  "expectCreates",
  "expectDefault",
  "expectDeletes",
  "expectKeeps",
  "expectLists",
  "expectNoOperation",
  "expectOptional",
  "expectPatches",
  "expectReads",
  "expectRefusesValue",
  "expectReplaces",
  "expectRequires",
  "expectShows",
  "patching",
  "posting",
  "putting",
];

/** The checks of kit/played_example.ts. */
const PLAYED = [
  "expectAccepted",
  "expectCreated",
  "expectGives",
  "expectRefused",
];
