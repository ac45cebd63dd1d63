/**
 * A small generated system on which the security battery is tried, as it is and broken on purpose.
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
import { readSubject } from "../read_subject.ts";
import { SECURITY_CHECKS } from "../security/security_part.ts";
import { Workbench } from "../workbench.ts";
import type { Edit, ProductionRig, Tried } from "./production_rig.ts";

/** Generates it; the members' notes unless another blueprint is given. */
export async function securityRig(
  blueprint: string = BLUEPRINT,
): Promise<ProductionRig> {
  const parent = await Deno.makeTempDir({ prefix: "autocoder-security-" });
  const { model, blueprintText, diagnostics } = await prepareBlueprint(
    blueprint,
    "notes.yaml",
  );
  assert(model, JSON.stringify(diagnostics));
  const { files } = await generateFiles(model, blueprintText);
  const dir = await writeSystem(join(parent, "notes"), files);
  const paths = new Set(files.map(({ path }) => path));
  await edit(dir, QUICK.filter(([path]) => paths.has(path)));
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
  await edit(copy, edits);
  const subject = await readSubject(copy);
  const deno = await findDeno({ deno: Deno.execPath() });
  const { signal } = new AbortController();
  const { model, manifest } = subject;
  const check = SECURITY_CHECKS.find((check) => check.name === name);
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
    limits: DEEP_LIMITS,
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

async function edit(dir: string, edits: readonly Edit[]): Promise<void> {
  for (const [path, from, to] of edits) {
    const text = await Deno.readTextFile(join(dir, path));
    assert(text.includes(from), `${path} does not hold ${from}`);
    await Deno.writeTextFile(join(dir, path), text.replace(from, () => to));
  }
}

/** What only takes time: a password's hash costs the least that is enough, and a body has a second to come. */
const QUICK: readonly Edit[] = [
  [
    "kit/password_hash.ts",
    "{ n: 2 ** 15, r: 8, p: 3 }",
    "{ n: 2 ** 14, r: 8, p: 1 }",
  ],
  [
    "kit/read_body.ts",
    "const TIMEOUT_MS = 10_000;",
    "const TIMEOUT_MS = 1000;",
  ],
];

const BLUEPRINT = `schema: autocoder/v1
system: notes
description: "Notes of members <img src=x onerror=alert(1)>"
store: { engine: sqlite }
users: { registration: open, roles: [member, admin] }
entities:
  user:
    fields:
      email: { type: email, required: true, unique: true }
  note:
    fields:
      title: { type: string, required: true, maxLength: 100, pattern: "[A-Za-z ]+" }
      body: { type: text }
      done: { type: boolean, default: false }
    relations:
      author: { belongsTo: user }
    owner: author
    actions:
      finish: { set: { done: true } }
    access: { read: [owner, admin], create: users, write: owner, finish: [owner, admin] }
`;
