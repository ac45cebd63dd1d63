/**
 * What to do about a finding, by what found it; the finding itself says what is next at its place.
 *
 * @module
 */
import type { FindingCode } from "../../validation/finding_codes.ts";

/** Says what to do about findings of a code. */
export function findingAdvice(code: FindingCode): string {
  return `${OF_STAGE[code.charAt(1)] ?? ""} ${EVERY_TIME}`.trim();
}

/** By the first digit of the code: the tiers, then the parts of the deep run. */
const OF_STAGE: Readonly<Record<string, string>> = {
  1: "The files are not what the blueprint gives: restore or generate them again, or allow edits where an edit is meant.",
  2: "The code does not hold: read the log of the check, correct the file it names, and leave the test as it is. Where the place comes from the blueprint, change the blueprint.",
  3: "The running system does not do what its tests or documents say: read the log, correct the code, and start it by hand if the log is not enough.",
  4: "A requirement is not proved: change the blueprint so that it covers the sentence, or correct what its acceptance test found.",
  5: "The system can be attacked like this: correct it before it is reached by anybody else. The log has the request.",
  6: "A request as clients may send it is not answered as documented: the log has it as a curl command. Correct the code, or the document where that is wrong.",
  7: "Code was changed and no test noticed: write a test that fails for the change the finding shows.",
  8: "The system is not ready for production: correct the configuration or the code that the finding names.",
};

const EVERY_TIME = "Each finding has its own next step; verify again after it.";
