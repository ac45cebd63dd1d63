/**
 * Tests of the security battery: each check passes on what is generated, and catches what is broken on purpose.
 *
 * @module
 */
import { assert, assertEquals } from "@std/assert";
import type { DeepLimits } from "../deep_part.ts";
import type { DeepRig, Edit } from "./deep_rig.ts";
import { securityRig } from "./security_rig.ts";

/** A system that is broken in places that do not hide each other: one run has to tell of all of them. */
export interface Bite {
  readonly check: string;
  /** By a part of what the check has to say of it: how one place is broken. */
  readonly edits: Readonly<Record<string, readonly Edit[]>>;
  /** The codes of all its findings. */
  readonly codes: readonly string[];
  /** How far the check goes. @default as in a deep run */
  readonly limits?: Partial<DeepLimits>;
}

/** Registers them, over one generated system. */
export function biteTests(bites: readonly Bite[]): void {
  let generated: Promise<DeepRig> | undefined;
  const rig = () => generated ??= securityRig();
  for (const check of new Set(bites.map(({ check }) => check))) {
    Deno.test(`security.${check} passes on what is generated`, async () => {
      const { outcome, text } = await (await rig()).check(check);
      assert("findings" in outcome && outcome.findings.length === 0, text);
      assert(outcome.note?.includes("CWE-") && outcome.log, text);
    });
  }
  for (const { check, edits, codes, limits } of bites) {
    const what = Object.keys(edits);
    Deno.test(`security.${check} catches: ${what.join("; ")}`, async () => {
      const broken = Object.values(edits).flat();
      const tried = await (await rig()).check(check, broken, limits);
      assertEquals(tried.codes, codes, tried.text);
      const missing = what.filter((says) => !tried.text.includes(says));
      assertEquals(missing, [], tried.text);
    });
  }
  Deno.test("the generated system is removed", async () => {
    await (await rig())[Symbol.asyncDispose]();
  });
}
