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
        locations: [locationOf(finding.place)],
        ...relatedOf(finding),
      })),
    }],
  };
  return JSON.stringify(log, null, 2) + "\n";
}

/** What the finding leads back to, as far as it is in the system; the templates are not. */
function relatedOf({ origin }: Finding): Record<string, unknown> {
  if (!origin) return {};
  const { blueprint, generated, edited = [], template } = origin;
  const related: readonly (readonly [string, string])[] = [
    ...(blueprint
      ? [
        [
          `${blueprint.file}:${blueprint.line}:${blueprint.column}`,
          blueprint.path ?? "the blueprint",
        ] as const,
      ]
      : []),
    ...(generated === undefined ? [] : [[generated, "failed here"] as const]),
    ...edited.map((path) => [path, "edited since it was generated"] as const),
  ];
  return {
    ...(related.length === 0 ? {} : {
      relatedLocations: related.map(([place, text], id) => ({
        id,
        message: { text },
        ...locationOf(place),
      })),
    }),
    ...(template === undefined ? {} : { properties: { template } }),
  };
}

/** A place in a file, as `path`, `path:line` or `path:line:column`; anything else, such as an endpoint, is named. */
function locationOf(place: string): Record<string, unknown> {
  const file = /^([^\s:]+\.[a-z]+)(?::(\d+))?(?::(\d+))?(?: \(.*\))?$/i.exec(
    place,
  );
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
