/**
 * The codes of findings, with what each means.
 *
 * @module
 */

/** Every code a finding can carry; codes are never reused. 1 to 4 are the tiers, 5 to 8 the parts of the deep run. */
export const FINDING_CODES = {
  V102: "the manifest is missing or cannot be read",
  V103: "a file is not the one that was generated",
  V104: "a placeholder was left in a generated file",
  V105: "the system would run with more permissions than it needs",
  V106: "an import leads nowhere",
  V107: "the blueprint is not valid, or its graph cannot run",
  V108: "a part that the blueprint asks for is missing",
  V201: "types do not fit",
  V202: "the linter objects",
  V203: "a file is not formatted",
  V204: "an export is not documented",
  V205: "a unit test failed",
  V206: "a component has no unit test that ran",
  V207: "a test run broke off or reported nothing",
  V208: "a test was ignored",
  V209: "the lock file does not hold all packages",
  V210: "a component does not keep the contract of a component",
  V211: "a component has no test of its contract that ran",
  V301: "the system did not start",
  V302: "the system is not ready",
  V303: "a contract test failed",
  V304: "a property test failed",
  V305: "a boot test failed",
  V306: "tests that belong to every system are missing",
  V307: "an endpoint does not answer as documented",
  V308: "data was lost by a restart",
  V309: "the system does not stop cleanly within its time",
  V310: "the log is not one JSON object a line",
  V311: "the log tells what it must not: a stack trace or a secret",
  V312: "processes were left behind",
  V401: "a requirement has no test that ran",
  V402: "an acceptance test failed",
  V403: "an acceptance test belongs to no requirement",
  V801: "under load an answer was wrong, refused or missing",
  V802: "health or readiness does not tell how the system is",
  V803: "a request was taken and not answered when the system stopped",
  V804: "the system does not end in good order under load",
  V805: "an acknowledged write is lost after kill -9",
  V806: "something is kept by half after kill -9",
  V807: "memory grows for as long as the system works",
  V808: "what the system counts is not what was sent",
  V809: "a wrong setting is not refused at the start",
  V810: "processes that start at once do not migrate a database once",
  V811: "a deployment file is not fit for production",
  V812:
    "the log under load is not structured, tells secrets or errors without an id",
  V813: "a metric is missing, cannot be read or does not move",
  V814: "a trace is not taken up or not passed on",
  V815: "a permission is granted that nothing needs",
  V816: "the task start is not the production mode",
  V817: "a linter or the container engine objects to a deployment file",
} as const;

/** One of the codes. */
export type FindingCode = keyof typeof FINDING_CODES;
