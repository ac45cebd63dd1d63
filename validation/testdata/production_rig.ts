/**
 * A small generated system on which the checks of production readiness are tried, as it is and broken on purpose.
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
import { DEEP_LIMITS, type DeepContext } from "../deep_part.ts";
import { findDeno } from "../find_deno.ts";
import { PRODUCTION_CHECKS } from "../production/production_part.ts";
import { readSubject } from "../read_subject.ts";
import type { CheckOutcome } from "../tier.ts";
import { Workbench } from "../workbench.ts";

/** A place in a file, what stands there and what shall stand there instead. */
export type Edit = readonly [path: string, from: string, to: string];

/** The system. */
export interface ProductionRig extends AsyncDisposable {
  /** Runs a check on a copy with these edits. */
  check(name: string, edits?: readonly Edit[]): Promise<Tried>;
}

/** What a check said. */
export interface Tried {
  readonly outcome: CheckOutcome;
  /** The codes of its findings, each once. */
  readonly codes: readonly string[];
  /** All it said, for the message of a test that fails. */
  readonly text: string;
}

/** Generates it: members and their notes, in SQLite unless another engine is named. */
export async function productionRig(
  engine: "sqlite" | "memory" | "postgres" = "sqlite",
): Promise<ProductionRig> {
  const parent = await Deno.makeTempDir({ prefix: "autocoder-production-" });
  const { model, blueprintText } = await prepareBlueprint(
    blueprintOf(engine),
    "notes.yaml",
  );
  assert(model);
  const { files } = await generateFiles(model, blueprintText);
  const dir = await writeSystem(join(parent, "notes"), files);
  return {
    check: (name, edits = []) => tryCheck(name, dir, parent, edits),
    [Symbol.asyncDispose]: () => Deno.remove(parent, { recursive: true }),
  };
}

async function tryCheck(
  name: string,
  dir: string,
  parent: string,
  edits: readonly Edit[],
): Promise<Tried> {
  const copy = join(parent, crypto.randomUUID());
  await copySystem(dir, copy);
  for (const [path, from, to] of edits) {
    const text = await Deno.readTextFile(join(copy, path));
    assert(text.includes(from), `${path} does not hold ${from}`);
    await Deno.writeTextFile(join(copy, path), text.replaceAll(from, to));
  }
  const subject = await readSubject(copy);
  const deno = await findDeno({ deno: Deno.execPath() });
  const { signal } = new AbortController();
  const { model, manifest } = subject;
  const check = PRODUCTION_CHECKS.find((check) => check.name === name);
  assert(deno && model && manifest && check);
  await using bench = new Workbench({ dir: copy, deno: deno.path, signal });
  const context: DeepContext = {
    subject,
    deno,
    bench,
    signal,
    allowEdits: true,
    trace: () => {},
    model,
    manifest,
    seed: 1,
    limits: { ...DEEP_LIMITS, loadSeconds: 1, soakSeconds: 4 },
    journal: DeepJournal.inMemory(),
    tell: () => {},
  };
  const outcome = await check.run(context);
  const findings = "findings" in outcome ? outcome.findings : [];
  return {
    outcome,
    codes: [...new Set(findings.map(({ code }) => code))].sort(),
    text: JSON.stringify(outcome, null, 2),
  };
}

function blueprintOf(engine: string): string {
  return `schema: autocoder/v1
system: notes
description: Notes of members
store: { engine: ${engine} }
users: { registration: open, roles: [member] }
entities:
  user:
    fields:
      email: { type: email, required: true, unique: true }
  note:
    fields:
      title: { type: string, required: true, unique: true, maxLength: 100 }
      done: { type: boolean, default: false }
    access: { read: everyone, create: users, write: users }
`;
}
