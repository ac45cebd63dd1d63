import { assert, assertStringIncludes } from "@std/assert";
import {
  FINDING_CODES,
  type FindingCode,
} from "../../validation/finding_codes.ts";
import { findingAdvice } from "./finding_advice.ts";

Deno.test("findingAdvice() has a word of its own for every stage, and the same end for all", () => {
  const advice = new Map(
    Object.keys(FINDING_CODES).map((code) => [
      code.charAt(1),
      // The keys of the table are its codes.
      findingAdvice(code as FindingCode),
    ]),
  );
  for (const text of advice.values()) {
    assertStringIncludes(text, ". Each finding has its own next step;");
  }
  assert(new Set(advice.values()).size === advice.size);
  assertStringIncludes(findingAdvice("V206"), "leave the test as it is");
});
