/**
 * The part of the deep run that calls every operation with every sort of input.
 *
 * @module
 */
import type { DeepContext, DeepPart } from "../deep_part.ts";
import type { CheckOutcome, CheckPlan, FindingDraft } from "../tier.ts";
import type { FuzzReport } from "./fuzz_report.ts";

/** Where the raw output of the fuzz goes. */
export const FUZZ_LOG = "fuzz.log";

/** The contract fuzz. */
export const FUZZ_PART: DeepPart = {
  part: "fuzz",
  title: "every operation with valid, boundary and hostile input",
  plan,
};

function plan(context: DeepContext): readonly CheckPlan[] {
  let report: Promise<FuzzReport> | undefined;
  // Only here, so that a verification without it loads neither the generator of inputs nor the validator.
  const fuzzed = () =>
    report ??= import("./fuzz_report.ts")
      .then(({ fuzzReport }) => fuzzReport(context, FUZZ_LOG));
  const check = (
    id: string,
    title: string,
    read: (report: FuzzReport) => CheckOutcome,
  ): CheckPlan => ({
    id: `fuzz.${id}`,
    title,
    run: async () => {
      const report = await fuzzed();
      context.signal.throwIfAborted();
      return { log: FUZZ_LOG, ...read(report) };
    },
  });
  const found = (
    { findings }: FuzzReport,
    codes: readonly string[],
  ): readonly FindingDraft[] =>
    findings.filter(({ code }) => codes.includes(code));
  return [
    check(
      "answers",
      "every answer is as the API's document says",
      (report) => ({
        findings: found(report, ["V601", "V602", "V603", "V604", "V605"]),
        note: report.note,
      }),
    ),
    check("state", "what is read is what was written", (report) => ({
      findings: found(report, ["V606"]),
      note: report.lives,
    })),
    check("alive", "it goes on serving whatever it was sent", ({ ended }) => ({
      findings: ended,
    })),
    check(
      "memory",
      "its memory does not grow with the requests",
      ({ memory }) => memory,
    ),
    check(
      "log",
      "its log stays structured and keeps secrets",
      ({ log }) => log,
    ),
  ];
}
