/**
 * Adds a second reading to the report of a verification, and to its evidence.
 *
 * @module
 */
import { dirname, join, resolve } from "node:path";
import { visible } from "../../generator/blueprint/quoted.ts";
import { openApiDocument } from "../../generator/plan/openapi.ts";
import type { SystemModel } from "../../generator/model/system_model.ts";
import { readLogs } from "../../validation/evidence/read_logs.ts";
import { readSystemTree } from "../../validation/evidence/system_tree.ts";
import { findDeno } from "../../validation/find_deno.ts";
import { apiOperations } from "../../validation/fuzz/api_document.ts";
import { readSubject } from "../../validation/read_subject.ts";
import type { VerificationReport } from "../../validation/report.ts";
import { sampled } from "../../validation/sample_bodies.ts";
import type { SecondReading } from "../../validation/second_reading.ts";
import { Workbench } from "../../validation/workbench.ts";
import { writeEvidence } from "../../validation/write_evidence.ts";
import { type LanguageModel, NO_USAGE } from "../language_model.ts";
import {
  DamagedRecord,
  type KeptReplies,
  readReplies,
  REPLIES_FILES,
  REPLIES_FOLDER,
  repliesText,
} from "../records/kept_replies.ts";
import { RecordedModel } from "../records/recorded_model.ts";
import { actorNames, actorValueNames } from "./actors.ts";
import { briefDocument } from "./brief_document.ts";
import { readAgain, type ReadingSubject } from "./read_again.ts";
import { requestText } from "./request_text.ts";
import { runClaim } from "./run_claim.ts";
import { testNames } from "./test_names.ts";

/** Options of {@link addSecondReading}. */
export interface SecondReadingOptions {
  /** Where the evidence is. @default `evidence` in the system's folder */
  readonly evidenceDir?: string | undefined;
  /** The Deno that runs the system. @default `$DENO`, `deno` on the PATH, our own executable */
  readonly deno?: string | undefined;
  /** Asks again, also when nothing has changed. @default false */
  readonly fresh?: boolean | undefined;
  /** Ends it. */
  readonly signal: AbortSignal;
  /** Takes how far it is. */
  readonly tell?: ((text: string) => void) | undefined;
}

/**
 * Reads the request of a verified system again, runs what the model claims, and returns the report with what came of it; status
 * and score are as they were. The evidence is written anew.
 *
 * @throws {ValidationPipelineError} when the evidence cannot be written.
 * @throws {Error} the signal's reason when it is interrupted; the evidence is as it was.
 */
export async function addSecondReading(
  dir: string,
  report: VerificationReport,
  model: LanguageModel,
  options: SecondReadingOptions,
): Promise<VerificationReport> {
  const folder = resolve(dir);
  const evidenceDir = options.evidenceDir ?? join(folder, "evidence");
  const logs = await readLogs(evidenceDir);
  const secondReading = await reading(folder, report, model, {
    ...options,
    logs,
  });
  if (secondReading === report.secondReading) return report;
  const read = { ...report, secondReading };
  const { files } = await readSystemTree(folder);
  await writeEvidence(evidenceDir, read, logs, files);
  return read;
}

async function reading(
  dir: string,
  report: VerificationReport,
  languageModel: LanguageModel,
  options: SecondReadingOptions & { readonly logs: Map<string, string> },
): Promise<SecondReading> {
  const { logs, signal, fresh, tell = () => {} } = options;
  const { model, ...subject } = await readSubject(dir);
  const request = await requestText(dir, report.requirements, model);
  const none = (state: "not_applicable" | "not_run", reason: string) => ({
    model: languageModel.name,
    state,
    reason,
    read: request?.from ?? "requirements",
    calls: 0,
    usage: NO_USAGE,
    ms: 0,
    claims: [],
  });
  const failed = report.tiers.find(({ state }) =>
    state !== "passed" && state !== "not_applicable"
  );
  if (failed) {
    return none("not_run", `tier ${failed.tier} has not passed`);
  }
  const { sha256 } = await readSystemTree(dir);
  if (report.tree?.sha256 !== sha256) {
    return none("not_run", "files have changed since they were verified");
  }
  if (!request) {
    return none(
      "not_applicable",
      "nobody said what the system is for: there is no request, and the blueprint has neither requirements nor behaviours",
    );
  }
  const deno = await findDeno({ deno: options.deno });
  // Tiers that have passed had both.
  if (!model || !deno) {
    return none("not_run", "found no Deno or no blueprint, wanted both");
  }
  const path = join(dir, READING_REPLIES);
  const kept = fresh ? undefined : await keptReplies(path);
  if (kept instanceof DamagedRecord) return none("not_run", kept.message);
  const recorded = new RecordedModel({
    name: languageModel.name,
    open: () => Promise.resolve(languageModel),
    kept,
  });
  await using bench = new Workbench({ dir, deno: deno.path, signal });
  const examples = await sampled(model);
  const made = await readAgain(
    subjectOf(examples, { request, report, logs }),
    recorded,
    {
      signal,
      tell,
      earlier: fresh ? undefined : report.secondReading,
      run: (claim, name) => {
        bench.log(
          SECOND_LOG,
          visible(`${name} ${claim.quote}: ${claim.shows}`),
        );
        return runClaim(claim, name, {
          context: { bench, signal, model, subject: { ...subject, model } },
          sampled: examples,
          log: (text) => bench.log(SECOND_LOG, text),
        });
      },
    },
  );
  // Where nothing was asked, what is kept is as it was.
  if (made.state === "made" && recorded.used.replies.length > 0) {
    await Deno.mkdir(dirname(path), { recursive: true });
    await Deno.writeTextFile(path, repliesText(recorded.used));
  }
  const log = bench.logs.get(SECOND_LOG);
  if (log === undefined) return made;
  logs.set(SECOND_LOG, log);
  return { ...made, log: `raw/${SECOND_LOG}` };
}

async function keptReplies(
  path: string,
): Promise<KeptReplies | DamagedRecord | undefined> {
  try {
    return await readReplies(path, READING_REPLIES);
  } catch (error) {
    if (error instanceof DamagedRecord) return error;
    throw error;
  }
}

function subjectOf(
  sampledModel: SystemModel,
  { request, report: { requirements }, logs }: {
    readonly request: ReadingSubject["request"];
    readonly report: VerificationReport;
    readonly logs: ReadonlyMap<string, string>;
  },
): ReadingSubject {
  const document = openApiDocument(sampledModel);
  const actors = actorNames(sampledModel);
  const values = actorValueNames(sampledModel);
  const { names, left } = testNames(logs);
  return {
    request,
    requirements,
    material: {
      request: request.text,
      openapi: briefDocument(document),
      tests: names,
      testsLeftOut: left,
      actors,
      values,
    },
    ground: {
      request: request.text,
      operations: apiOperations(document),
      actors,
      known: values,
    },
  };
}

/** Where the answers are kept in a system. */
const READING_REPLIES = `${REPLIES_FOLDER}/${REPLIES_FILES.secondReading}`;

const SECOND_LOG = "second_reading.log";
