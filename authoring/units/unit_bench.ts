/**
 * A generated system to try bodies in: their types, the linter, their tests, and then all tests of the system.
 *
 * @module
 */
import { dirname, join } from "node:path";
import { withRecords } from "../../generator/authored/fill_answers.ts";
import { NOT_WRITTEN } from "../../generator/authored/behavior_unit.ts";
import {
  type AuthoredUnit,
  exampleTestOf,
  modulesOf,
  ownTestOf,
} from "./authored_unit.ts";
import { behaviorsOf, withBodies } from "../../generator/authored/behaviors.ts";
import { generateFiles } from "../../generator/generate.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { parseJunit } from "../../validation/junit.ts";
import { readIfThere } from "../../validation/read_subject.ts";
import type { TestResult } from "../../validation/report.ts";
import {
  openTestDatabase,
  type TestDatabase,
} from "../../validation/test_database.ts";
import {
  judgeTool,
  LINT,
  type SourceTool,
  typeCheck,
} from "../../validation/tool_findings.ts";
import { blame, type BlamedTest } from "./blame.ts";
import { runDeno } from "./run_deno.ts";
import { runTests, type RunTestsOptions, type StuckTest } from "./run_tests.ts";
import { recordOf } from "./record_of.ts";
import { fileOfPlace } from "../../validation/file_of_place.ts";
import { toldOfPlace, toldOfTest } from "./told_units.ts";
import type { UnitFault, UnitWork } from "./unit_work.ts";

/** What is found, by the units that it is told to. */
export type FoundFaults = Map<UnitWork, UnitFault[]>;

/** Options of {@link UnitBench}. */
export interface UnitBenchOptions {
  /** The system, with behaviours that may be open. */
  readonly model: SystemModel;
  /** All units that are written for it. */
  readonly units: readonly AuthoredUnit[];
  /** The blueprint's text. */
  readonly blueprint: string;
  /** Deno's executable. */
  readonly deno: string;
  /** Ends what runs. */
  readonly signal: AbortSignal;
}

/** The system in a temporary folder; disposing of it removes the folder. */
export class UnitBench implements AsyncDisposable {
  readonly #options: UnitBenchOptions;
  readonly #written = new Map<string, string>();
  #dir: string | undefined;
  #database: TestDatabase | undefined;
  #standing: readonly UnitWork[] = [];

  /** Takes the system; nothing is written yet. */
  constructor(options: UnitBenchOptions) {
    this.#options = options;
  }

  /** Deno's executable. */
  get deno(): string {
    return this.#options.deno;
  }

  /** Ends what runs. */
  get signal(): AbortSignal {
    return this.#options.signal;
  }

  /** The folder of the system. */
  get dir(): string {
    return this.#dir ?? "";
  }

  /** Writes the system with the attempts of these units in it; what nobody has written yet throws. */
  async put(works: readonly UnitWork[]): Promise<void> {
    this.#dir ??= await Deno.realPath(
      await Deno.makeTempDir({ prefix: "autocoder-author-" }),
    );
    this.#standing = works;
    const { model, blueprint, signal } = this.#options;
    const open = new Map(
      behaviorsOf(model).filter(({ logic }) => logic.run === undefined)
        .map(({ logic }) => [logic.path, NOT_WRITTEN]),
    );
    const records = works.flatMap((work) =>
      work.attempt ? [recordOf(work, work.attempt, "")] : []
    );
    const { files } = await generateFiles(
      withRecords(withBodies(model, open), records),
      blueprint,
      { signal },
    );
    const wanted = new Set(files.map(({ path }) => path));
    for (const path of this.#written.keys()) {
      if (wanted.has(path)) continue;
      await Deno.remove(join(this.#dir, path));
      this.#written.delete(path);
    }
    for (const { path, text } of files) {
      if (this.#written.get(path) === text) continue;
      const target = join(this.#dir, path);
      await Deno.mkdir(dirname(target), { recursive: true });
      await Deno.writeTextFile(target, text);
      this.#written.set(path, text);
    }
  }

  /** Looks at the types of these units' files. */
  async types(works: readonly UnitWork[]): Promise<FoundFaults> {
    const lock = join(this.dir, ".types.lock");
    await Deno.copyFile(join(this.dir, "deno.lock"), lock);
    const tool = typeCheck(lock);
    return await this.#judge(works, "types", {
      ...tool,
      args: [...tool.args.slice(0, -1), ...filesOf(works)],
    });
  }

  /** Looks at these units' files with the linter. */
  async lint(works: readonly UnitWork[]): Promise<FoundFaults> {
    return await this.#judge(works, "lint", {
      ...LINT,
      args: [...LINT.args, ...filesOf(works)],
    });
  }

  /** Runs the tests of these units: the model's and, from the blueprint's examples, ours. */
  async tests(works: readonly UnitWork[]): Promise<FoundFaults> {
    const found: FoundFaults = new Map();
    for (let left = works; left.length > 0;) {
      const files = new Set(left.flatMap((work) => this.#testsOf(work)));
      if (files.size === 0) break;
      const run = await this.#test([...files]);
      if (!("limitMs" in run)) {
        merge(found, this.#failures(run, left, "tests"));
        break;
      }
      // Something does not end: whose it is stands aside, so that the others can be tested.
      const told = await this.#toldOfStuck(run, left);
      for (const work of told) {
        add(found, work, { stage: "tests", text: stuckText(run) });
      }
      left = left.filter((work) => !told.includes(work));
      await this.put(this.#standing.filter((work) => !told.includes(work)));
    }
    return found;
  }

  /**
   * Runs all tests of the system. A failure is told to the whole file without which there is none, else to the units that the
   * test's file is about, else to all; one that is there without any of them is told to nobody.
   */
  async system(works: readonly UnitWork[]): Promise<FoundFaults> {
    const run = await this.#test(["tests"], {
      sideBySide: true,
      limits: { loadMs: 2 * ONE_MINUTE },
    });
    if (!("limitMs" in run)) {
      const failed = run.filter(({ state }) => state === "failed");
      const blamed = failed.length > 0 ? await this.#blame(failed, works) : [];
      const found = this.#failures(
        [
          ...run.filter(({ state }) => state !== "failed"),
          ...blamed.flatMap(({ test, culprit }) => culprit ? [] : [test]),
        ],
        works,
        "system",
      );
      for (const { test, culprit } of blamed) {
        if (culprit) add(found, culprit, failureOf(test, "system"));
      }
      return found;
    }
    const late: UnitFault = {
      stage: "system",
      text: `found no end of the system's tests: none has ended in ${
        run.limitMs / 1_000
      } s`,
    };
    return new Map(works.map((work) => [work, [late]]));
  }

  /** Removes the folder. */
  async [Symbol.asyncDispose](): Promise<void> {
    await this.#database?.[Symbol.asyncDispose]();
    if (this.#dir) await Deno.remove(this.#dir, { recursive: true });
  }

  async #blame(
    failed: readonly TestResult[],
    works: readonly UnitWork[],
  ): Promise<readonly BlamedTest[]> {
    const standing = this.#standing;
    try {
      return await blame(failed, works, async (some, files) => {
        await this.put(some);
        const there = files.filter((path) => this.#written.has(path));
        const run = there.length > 0 ? await this.#test(there) : [];
        return "limitMs" in run ? undefined : run;
      });
    } finally {
      await this.put(standing);
    }
  }

  #testsOf({ unit }: UnitWork): string[] {
    return [ownTestOf(unit), exampleTestOf(unit)].filter((path) =>
      path !== undefined && this.#written.has(path)
    ) as string[]; // undefined is filtered out
  }

  async #judge(
    works: readonly UnitWork[],
    stage: "types" | "lint",
    tool: SourceTool,
  ): Promise<FoundFaults> {
    const { deno, signal } = this.#options;
    const run = await runDeno(tool.args, {
      deno,
      cwd: this.dir,
      limitMs: 5 * ONE_MINUTE,
      signal,
    });
    if (!run) throw new Error(`Cannot finish deno ${tool.args[0]} in time`);
    const outcome = judgeTool(tool, run, { dir: this.dir, log: stage });
    if ("notRun" in outcome) throw new Error(outcome.notRun);
    if (!("findings" in outcome)) return new Map();
    const found: FoundFaults = new Map();
    for (const { place, cause } of outcome.findings) {
      const { file, line } = fileOfPlace(place);
      const text = this.#written.get(file) ?? "";
      const shown = text.split("\n")[line - 1]?.trim() ?? "";
      const told = await toldOfPlace({ file, line, text }, works);
      const fault = { stage, text: `${cause}${shown ? `, in: ${shown}` : ""}` };
      for (const work of told) add(found, work, fault);
    }
    return found;
  }

  #failures(
    results: readonly TestResult[],
    works: readonly UnitWork[],
    stage: "tests" | "system",
  ): FoundFaults {
    const found: FoundFaults = new Map();
    const { units } = this.#options;
    for (const test of results) {
      if (test.state !== "failed") continue;
      const path = fileOfPlace(test.file).file;
      for (const work of toldOfTest({ ...test, path }, units, works)) {
        add(found, work, failureOf(test, stage));
      }
    }
    for (const work of works) {
      const own = ownTestOf(work.unit);
      const ran = results.some(({ file, state }) =>
        state !== "ignored" && fileOfPlace(file).file === own
      );
      if (ran || own === undefined) continue;
      const text = `${own}: found no test that ran, wanted some`;
      add(found, work, { stage, text });
    }
    return found;
  }

  /** Whose test does not end; where no file could be loaded, whose alone cannot. */
  async #toldOfStuck(
    { file: path, name = "" }: StuckTest,
    works: readonly UnitWork[],
  ): Promise<readonly UnitWork[]> {
    const told: UnitWork[] = [];
    if (path !== undefined) {
      told.push(...toldOfTest({ path, name }, this.#options.units, works));
    } else if (works.length > 1) {
      for (const work of works) {
        const files = this.#testsOf(work);
        const isStuck = files.length > 0 &&
          "limitMs" in await this.#test(files, {
              limits: { loadMs: ONE_MINUTE / 3 },
            });
        if (isStuck) told.push(work);
      }
    }
    return told.length > 0 ? told : works;
  }

  async #test(
    files: readonly string[],
    how: Pick<RunTestsOptions, "sideBySide" | "limits"> = {},
  ): Promise<readonly TestResult[] | StuckTest> {
    const { deno, signal, model } = this.#options;
    this.#database ??= await openTestDatabase(model);
    const junit = join(this.dir, ".tests.xml");
    await Deno.remove(junit).catch(() => {});
    const args = ["task", "test", "--no-check", `--junit-path=${junit}`];
    const run = await runTests([...args, ...files], {
      ...how,
      deno,
      cwd: this.dir,
      env: this.#database.env,
      signal,
    });
    if (run.stuck) return run.stuck;
    const results = parseJunit(await readIfThere(junit) ?? "", this.dir);
    if (run.code === 0 || results.some(({ state }) => state === "failed")) {
      return results;
    }
    const said = `${run.stdout}\n${run.stderr}`.trim().slice(-MOST_TEXT);
    return [...results, {
      name: "the tests end",
      file: fileOfPlace(/(tests\/\S+\.ts)/.exec(said)?.[1] ?? "").file,
      state: "failed",
      ms: 0,
      message: said,
      step: false,
    }];
  }
}

function failureOf(
  { name, file, message = "" }: TestResult,
  stage: "tests" | "system",
): UnitFault {
  const path = fileOfPlace(file).file;
  const said = message.slice(0, MOST_TEXT);
  return { stage, text: `${path}: "${name}" failed: ${said}` };
}

function stuckText({ file, name, limitMs }: StuckTest): string {
  const what = name === undefined ? "" : ` of "${name}"`;
  const seconds = (limitMs / 1_000).toFixed(0);
  return `${
    file === undefined ? "" : `${file}: `
  }found no end${what} in ${seconds} s, wanted one`;
}

function filesOf(works: readonly UnitWork[]): string[] {
  return [
    ...new Set(works.flatMap(({ unit }) => modulesOf(unit))),
  ];
}

function add(found: FoundFaults, work: UnitWork, fault: UnitFault): void {
  const faults = found.get(work) ?? [];
  if (!faults.some(({ text }) => text === fault.text)) faults.push(fault);
  found.set(work, faults);
}

function merge(found: FoundFaults, more: FoundFaults): void {
  for (const [work, faults] of more) {
    for (const fault of faults) add(found, work, fault);
  }
}

const ONE_MINUTE = 60_000;
const MOST_TEXT = 600;
