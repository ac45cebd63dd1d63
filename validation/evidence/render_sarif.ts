/**
 * Renders the findings of a report as SARIF 2.1.0, which code hosts show beside the code.
 *
 * @module
 */
import { FINDING_CODES } from "../finding_codes.ts";
import type { Finding, VerificationReport } from "../report.ts";

/** Renders the findings; pure. */
export function renderSarif(report: VerificationReport): string {
  const findings = report.checks.flatMap((check) => check.findings);
  const codes = [...new Set(findings.map(({ code }) => code))].sort();
  const meanings = new Map<string, string>(Object.entries(FINDING_CODES));
  const log = {
    $schema:
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [{
      tool: {
        driver: {
          name: "autocoder",
          version: report.tools.autocoder,
          rules: codes.map((id) => ({
            id,
            shortDescription: { text: meanings.get(id) ?? id },
          })),
        },
      },
      invocations: [{
        executionSuccessful: report.status !== "interrupted",
        startTimeUtc: report.startedAt,
      }],
      results: findings.map((finding) => ({
        ruleId: finding.code,
        ruleIndex: codes.indexOf(finding.code),
        level: "error",
        message: { text: `${finding.cause}\nNext: ${finding.nextStep}` },
        locations: [locationOf(finding)],
      })),
    }],
  };
  return JSON.stringify(log, null, 2) + "\n";
}

/** A place in a file, as `path`, `path:line` or `path:line:column`; anything else, such as an endpoint, is named. */
function locationOf({ place }: Finding): Record<string, unknown> {
  const file = /^([^\s:]+\.[a-z]+)(?::(\d+))?(?::(\d+))?$/i.exec(place);
  if (!file) return { logicalLocations: [{ fullyQualifiedName: place }] };
  const [, path = "", line, column] = file;
  const region = line === undefined ? {} : {
    region: {
      startLine: Number(line),
      ...(column === undefined ? {} : { startColumn: Number(column) }),
    },
  };
  const uri = path.split("/").map(encodeURIComponent).join("/");
  return { physicalLocation: { artifactLocation: { uri }, ...region } };
}
