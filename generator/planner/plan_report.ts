/**
 * Renders how a request was understood, for a person.
 *
 * @module
 */
import type {
  PlannedSentence,
  PlanningModel,
  PlanResult,
} from "./plan_result.ts";

/**
 * Renders a plan as lines: each sentence with what it became, what was not understood word for word, what was assumed.
 *
 * @param result The plan
 * @return Lines without a newline at the end
 */
export function renderPlanReport(result: PlanResult): string {
  const { plannedBy } = result;
  const lines = [
    ...(plannedBy ? [plannedLine(plannedBy)] : []),
    ...result.sentences.flatMap((sentence) => [
      ...sentenceLines(sentence),
      ...(plannedBy ? unnamedLines(sentence) : []),
    ]),
  ];
  if (result.assumptions.length > 0) {
    lines.push("Assumed:", ...result.assumptions.map((one) => `  ${one}`));
  }
  const told = result.diagnostics.filter(({ severity, code }) =>
    severity === "error" || plannedBy && code !== "AC010"
  );
  for (const { code, message, hint } of told) {
    lines.push(`${code} ${oneLine(message)}`);
    if (hint) lines.push(`  ${oneLine(hint)}`);
  }
  return lines.join("\n");
}

function plannedLine(
  { model, rounds, recorded = 0, calls, tokens }: PlanningModel,
): string {
  const name = oneLine(model);
  const times = `${rounds} round${rounds === 1 ? "" : "s"}`;
  if (recorded > 0 && calls === 0) {
    return `Planned by ${name} in ${times}, 0 calls: answered by the record of ${name}`;
  }
  const kept = recorded > 0
    ? `, ${recorded} of them answered by its record`
    : "";
  return `Planned by ${name} in ${times}${kept}: ${tokens.input} tokens in (${tokens.cached} cached), ${tokens.output} out`;
}

function sentenceLines(sentence: PlannedSentence): string[] {
  const shown = oneLine(sentence.text);
  const lines = [`${MARKS[sentence.status]} ${shown}`];
  const phrases = [...new Set(sentence.became.map((one) => one.phrase))];
  if (phrases.length > 0) lines.push(`    → ${phrases.join("; ")}`);
  for (const words of sentence.notUnderstood ?? []) {
    const known = sentence.notBuilt?.includes(words) ?? false;
    const what = known
      ? "known, not built from plain words yet"
      : "not understood";
    lines.push(`    ${what}: "${oneLine(words)}"`);
  }
  if (sentence.note) lines.push(`    it says: "${oneLine(sentence.note)}"`);
  const who = sentence.notEnforced ?? [];
  if (who.length > 0) {
    const quoted = who.map((words) => `"${oneLine(words)}"`).join(", ");
    lines.push(`    nobody signs in, so anyone may: ${quoted}`);
  }
  return lines;
}

/** Says where a verification will not name the tests of what a sentence became. */
function unnamedLines({ became }: PlannedSentence): string[] {
  return became.length > 0 && !became.some(({ ref }) => ref)
    ? [
      "    requirements have no word for that: a verification names no test for this sentence",
    ]
    : [];
}

/** Keeps a quotation on one line and control characters off the terminal. */
function oneLine(text: string): string {
  return text.replaceAll(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
}

const MARKS: Readonly<Record<PlannedSentence["status"], string>> = {
  understood: "✓",
  partly: "~",
  not_understood: "✗",
  context: "·",
};
