import { assert, assertEquals } from "@std/assert";
import { generateFiles } from "../generator/generate.ts";
import { MANIFEST_PATH, manifestText } from "../generator/output/manifest.ts";
import {
  type OutputFile,
  renderPrecompiled,
  type RenderTemplate,
} from "../generator/output/render_plan.ts";
import { writeSystem } from "../generator/output/write_system.ts";
import { prepareBlueprint } from "../generator/prepare.ts";
import { TOOL_VERSION } from "../generator/version.ts";
import type { Finding } from "../validation/report.ts";
import { verifySystem } from "../validation/verify_system.ts";

/** A defect planted in a template or in the kit, and the check that has to see it. */
interface Bite {
  readonly what: string;
  /** The template, or the path of a verbatim file. */
  readonly place: string;
  readonly from: string;
  readonly to: string;
  readonly seenBy: string;
  /** What that check has to say. */
  readonly says?: string;
  /** The system. @default {@link BLUEPRINT} */
  readonly blueprint?: string;
}

const TEMPLATE_BITES: readonly Bite[] = [
  {
    what: "a controller that does not check the rules",
    place: "components/controller.ts.eta",
    from: "check: checkTask",
    to: "check: () => (void checkTask, [])",
    seenBy: "logic.unit.task_controller",
  },
  {
    what: "a store that loses the version in its update",
    place: "components/store.ts.eta",
    from: 'AND "version" = ?',
    to: 'AND "version" >= ?',
    seenBy: "logic.unit.task_store",
  },
  {
    what: "a type error in the model",
    place: "models/entity.ts.eta",
    from: "readonly title: string;",
    to: "readonly title: number;",
    seenBy: "logic.types",
  },
  {
    what: "a port that is bound to nothing",
    place: "main.ts.eta",
    from: '"task_store.execute"',
    to: '"task_store.run"',
    seenBy: "integration.boot",
  },
  {
    what: "a store that swallows a message",
    place: "components/store.ts.eta",
    from: "=> this.handleExecute(command)",
    to:
      "=> { try { return this.handleExecute(command); } catch { return undefined; } }",
    seenBy: "logic.conformance.task_store",
    says: '"goes on after a message that fails"',
  },
  {
    what: "a store that cannot be set up again",
    place: "components/store.ts.eta",
    from: "override setup(): void {",
    to: 'override setup(): void { if (this.#table) throw new Error("open");',
    seenBy: "logic.conformance.task_store",
    says: '"can be started again"',
  },
  {
    what: "a controller that does not end when its inputs close",
    place: "components/controller.ts.eta",
    from: "override process(): Promise<void> {",
    to: `override process(): Promise<void> {
      const { signal } = this;
      const stopped = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
      return this.#work().then(() => stopped);
    }

    #work(): Promise<void> {`,
    seenBy: "logic.conformance.task_controller",
    says: '"ends when its inputs have closed"',
  },
  {
    what: "an acceptance test that is skipped",
    place: "tests/acceptance_test.ts.eta",
    from: "Deno.test(",
    to: "Deno.test.ignore(",
    seenBy: "semantics.R1",
  },
];

const KIT_BITES: readonly Bite[] = [
  {
    what: "an action that sets nothing",
    place: "kit/entity_action.ts",
    from: "changes[name] = field ?",
    to: 'if (name === "") changes[name] = field ?',
    seenBy: "logic.unit.task_controller",
  },
  {
    what: "a deletion that deletes nothing",
    place: "kit/entity_routes.ts",
    from: 'const reply = await send({ operation: "delete", ...target.value });',
    to: 'const reply = await send({ operation: "get", id: target.value.id });',
    seenBy: "integration.contract",
  },
  {
    what: "a change that is made on whatever condition",
    place: "kit/precondition.ts",
    from: "tag === entityTag(version) ||",
    to: "tag !== entityTag(version) ||",
    seenBy: "integration.contract",
  },
  {
    what: "an endpoint that leaves its listener open",
    place: "kit/http_listener.ts",
    from: "if (open) await drained(open, drainMs);",
    to: "if (open && this.#options.drainMs === 0) await drained(open, 0);",
    seenBy: "logic.conformance.api_gateway",
    says: '"can be started again"',
  },
  {
    what: "a client that takes a refusal for an answer",
    place: "kit/api_client_runtime.ts",
    from: "if (status >= 400) throw",
    to: "if (status >= 500) throw",
    seenBy: "integration.client",
  },
];

const BLUEPRINT = `system: bites
store: { engine: sqlite }
entities:
  task:
    fields:
      title: { type: string, required: true }
      completed: { type: boolean, default: false }
    actions:
      complete: { set: { completed: true } }
requirements:
  - { text: Mark tasks as completed, covers: [task.complete] }
`;

const SHAPED_BLUEPRINT = `system: bites
store: { engine: memory }
users: { entity: reader, signIn: email, registration: open }
api:
  envelope: named
  account: { shows: [email, token] }
  resources:
    book: {}
    note: { under: book }
entities:
  reader:
    fields:
      email: { type: email, required: true, unique: true }
    access: { read: users, write: owner }
  book:
    fields:
      title: { type: string, required: true }
    marks:
      like: { field: liked }
    access: { read: everyone, write: users }
  note:
    fields:
      text: { type: string, required: true }
    relations:
      book: { belongsTo: book }
    access: { read: everyone, write: users }
`;

const SHAPED_BITES: readonly Bite[] = [
  {
    what: "a mark that everybody has set",
    place: "kit/present.ts",
    from: "marked.has(entity.id)",
    to: "marked.has(entity.id) || ids.length > 0",
    seenBy: "integration.contract",
    says: "mark it and take that back",
    blueprint: SHAPED_BLUEPRINT,
  },
  {
    what: "what is part of another",
    place: "kit/resource_lookup.ts",
    from: "valueOf(entity, parent.field) === within.parent?.id",
    to: "valueOf(entity, parent.field) !== within.parent?.createdAt",
    seenBy: "integration.contract",
    says: "finds nothing that is part of another book",
    blueprint: SHAPED_BLUEPRINT,
  },
  {
    what: "a token that counts behind any word",
    place: "kit/bearer_token.ts",
    from: "word.toLowerCase() === scheme.toLowerCase()",
    to: "word.length > 0 && scheme.length > 0",
    seenBy: "integration.access",
    says: "no token counts behind another word",
    blueprint: SHAPED_BLUEPRINT,
  },
];

for (const bite of [...TEMPLATE_BITES, ...KIT_BITES, ...SHAPED_BITES]) {
  Deno.test(`the gate catches ${bite.what}`, async () => {
    const parent = await Deno.makeTempDir();
    try {
      const folder = await writeSystem(`${parent}/bitten`, await bitten(bite));
      const report = await verifySystem(folder);
      assertEquals(report.status, "failed");
      const failed = report.checks.filter(({ state }) => state === "failed");
      const seen = failed.find(({ id }) => id === bite.seenBy);
      assert(
        seen,
        `wanted ${bite.seenBy} to fail, found [${failed.map(({ id }) => id)}]`,
      );
      const causes = seen.findings.map(({ cause }) => cause).join("\n");
      assert(causes.includes(bite.says ?? ""), causes);
      assertLeadsBack(seen.findings, bite);
    } finally {
      await Deno.remove(parent, { recursive: true });
    }
  });
}

Deno.test("the gate passes the system without a defect", async () => {
  const parent = await Deno.makeTempDir();
  try {
    const folder = await writeSystem(`${parent}/whole`, await generate());
    const report = await verifySystem(folder);
    assertEquals(report.checks.flatMap(({ findings }) => findings), []);
    assertEquals(report.status, "verified");
  } finally {
    await Deno.remove(parent, { recursive: true });
  }
});

/** A defect in a template is led back to it, and to what in the blueprint it is about. */
function assertLeadsBack(findings: readonly Finding[], { place }: Bite): void {
  for (const { origin, cause } of findings) {
    assert(origin?.blueprint, `found no line of the blueprint for: ${cause}`);
  }
  if (!place.endsWith(".eta")) return;
  const templates = findings.flatMap(({ origin }) => [
    origin?.template,
    ...origin?.otherTemplates ?? [],
  ]);
  assert(templates.includes(`templates/${place}`), templates.join(", "));
}

/** Generates the system with a defect; the manifest is the bitten one's own. */
async function bitten(bite: Bite): Promise<readonly OutputFile[]> {
  let bites = 0;
  const bend = (text: string): string => {
    if (text.includes(bite.from)) bites++;
    return text.replaceAll(bite.from, bite.to);
  };
  const files = await generate((path, view) => {
    const text = renderPrecompiled(path, view);
    return path === bite.place ? bend(text) : text;
  }, bite.blueprint);
  const changed = files.map((file) =>
    file.path === bite.place ? { ...file, text: bend(file.text) } : file
  );
  assert(
    bites > 0,
    `${bite.place} has no ${JSON.stringify(bite.from)} to bend`,
  );
  return await withManifest(changed);
}

async function generate(
  render?: RenderTemplate,
  blueprint: string = BLUEPRINT,
): Promise<readonly OutputFile[]> {
  const { model, blueprintText } = await prepareBlueprint(
    blueprint,
    "bites.yaml",
  );
  assert(model);
  return (await generateFiles(model, blueprintText, render ? { render } : {}))
    .files;
}

async function withManifest(
  files: readonly OutputFile[],
): Promise<readonly OutputFile[]> {
  const rest = files.filter(({ path }) => path !== MANIFEST_PATH);
  const manifest = files.find(({ path }) => path === MANIFEST_PATH);
  assert(manifest);
  return [{
    ...manifest,
    text: await manifestText(rest, { system: "bites", version: TOOL_VERSION }),
  }, ...rest];
}
