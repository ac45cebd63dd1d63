/**
 * A small generated system on which the checks of the deep run are tried, as it is and broken on purpose.
 *
 * @module
 */
import { assert } from "@std/assert";
import { join } from "node:path";
import { generateFiles } from "../../generator/generate.ts";
import { writeSystem } from "../../generator/output/write_system.ts";
import { prepareBlueprint } from "../../generator/prepare.ts";
import { copySystem } from "../copy_system.ts";
import { DeepJournal } from "../deep_journal.ts";
import {
  DEEP_LIMITS,
  type DeepContext,
  type DeepLimits,
} from "../deep_part.ts";
import { findDeno } from "../find_deno.ts";
import { readSubject } from "../read_subject.ts";
import type { CheckOutcome } from "../tier.ts";
import { Workbench } from "../workbench.ts";

/** A place in a file, what stands there and what shall stand there instead. */
export type Edit = readonly [path: string, from: string, to: string];

/** The system. */
export interface DeepRig extends AsyncDisposable {
  /** Runs a check on a copy with these edits. */
  check(
    name: string,
    edits?: readonly Edit[],
    limits?: Partial<DeepLimits>,
  ): Promise<Tried>;
}

/** What a check said. */
export interface Tried {
  readonly outcome: CheckOutcome;
  /** The codes of its findings, each once. */
  readonly codes: readonly string[];
  /** All it said, for the message of a test that fails. */
  readonly text: string;
}

/** What is tried, and on what. */
export interface DeepRigOptions {
  /** The text of the blueprint. */
  readonly blueprint: string;
  /** Every check that may be asked for. */
  readonly checks: readonly {
    readonly name: string;
    readonly run: (context: DeepContext) => Promise<CheckOutcome>;
  }[];
  /** What is edited before any check, in those files that the system has. @default nothing */
  readonly edits?: readonly Edit[];
  /** How far checks go. @default those of a deep run */
  readonly limits?: Partial<DeepLimits>;
}

/** Generates it. */
export async function deepRig(options: DeepRigOptions): Promise<DeepRig> {
  const parent = await Deno.makeTempDir({ prefix: "autocoder-deep-" });
  const { model, blueprintText, diagnostics } = await prepareBlueprint(
    options.blueprint,
    "system.yaml",
  );
  assert(model, JSON.stringify(diagnostics));
  const { files } = await generateFiles(model, blueprintText);
  const dir = await writeSystem(join(parent, "system"), files);
  const paths = new Set(files.map(({ path }) => path));
  await editFiles(dir, (options.edits ?? []).filter(([at]) => paths.has(at)));
  return {
    async check(name, edits = [], limits = {}) {
      const copy = join(parent, crypto.randomUUID());
      await copySystem(dir, copy);
      await editFiles(copy, edits);
      const check = options.checks.find((check) => check.name === name);
      assert(check, `There is no check "${name}"`);
      return await inContext(copy, {
        limits: { ...DEEP_LIMITS, ...options.limits, ...limits },
      }, async (context) => tried(await check.run(context)));
    },
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}

/** Does something with the context that a deep run of a system in a folder has. */
export async function inContext<T>(
  dir: string,
  given:
    & Partial<
      Pick<DeepContext, "seed" | "limits" | "journal" | "signal" | "tell">
    >
    & { readonly env?: Readonly<Record<string, string>> },
  work: (context: DeepContext) => Promise<T>,
): Promise<T> {
  const subject = await readSubject(dir);
  const deno = await findDeno({ deno: Deno.execPath() });
  const { signal = new AbortController().signal } = given;
  const { model, manifest } = subject;
  assert(deno && model && manifest, `${dir} holds no generated system`);
  await using bench = new Workbench({
    dir,
    deno: deno.path,
    signal,
    ...(given.env ? { env: given.env } : {}),
  });
  return await work({
    subject,
    deno,
    bench,
    signal,
    allowEdits: true,
    trace: () => {},
    model,
    manifest,
    seed: given.seed ?? 1,
    limits: given.limits ?? DEEP_LIMITS,
    journal: given.journal ?? DeepJournal.inMemory(),
    tell: given.tell ?? (() => {}),
  });
}

/** Edits files; what an edit replaces must be there. */
export async function editFiles(
  dir: string,
  edits: readonly Edit[],
): Promise<void> {
  for (const [path, from, to] of edits) {
    const text = await Deno.readTextFile(join(dir, path));
    assert(text.includes(from), `${path} does not hold ${from}`);
    await Deno.writeTextFile(join(dir, path), text.replaceAll(from, () => to));
  }
}

function tried(outcome: CheckOutcome): Tried {
  const findings = "findings" in outcome ? outcome.findings : [];
  return {
    outcome,
    codes: [...new Set(findings.map(({ code }) => code))].sort(),
    text: JSON.stringify(outcome, null, 2),
  };
}
