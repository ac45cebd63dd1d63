/**
 * autocoder as a library: from a request in plain words, or a YAML blueprint, to a verified system.
 *
 * @example Plan a request and look at the blueprint
 * ```ts
 * import { prepareRequest } from "@autocoder/cli";
 *
 * const { blueprintText } = await prepareRequest("A notes API: notes have a title and a text. Add, list and delete notes.");
 * if (!blueprintText.includes("note:")) throw new Error("no notes");
 * ```
 *
 * Run as a program it is the command line: `deno run -A jsr:@autocoder/cli generate "…"`.
 *
 * @module
 */
export {
  ANSWER_SCHEMA,
  type AnswerRecord,
} from "./generator/authored/answer_record.ts";
export type { BehaviorUnit } from "./generator/authored/behavior_unit.ts";
export type { BehaviorKind } from "./generator/authored/behaviors.ts";
export * from "./generator/blueprint/api_blueprint.ts";
export * from "./generator/blueprint/blueprint.ts";
export * from "./generator/blueprint/endpoint_blueprint.ts";
export type {
  Calculation,
  Expression,
  FieldReference,
  Negation,
  NumberLiteral,
  Place,
} from "./generator/blueprint/expression.ts";
export * from "./generator/diagnostic.ts";
export {
  type GeneratedFiles,
  generateFiles,
  type GenerateOptions,
  type GenerationFigures,
} from "./generator/generate.ts";
export * from "./generator/model/api_model.ts";
export type { BulkModel } from "./generator/model/expand_bulk.ts";
export type { IdempotencyModel } from "./generator/model/expand_idempotency.ts";
export type { EndpointModel } from "./generator/model/endpoint_model.ts";
export type { FieldContents } from "./generator/model/field_contents.ts";
export * from "./generator/model/logic_model.ts";
export * from "./generator/model/system_model.ts";
export type {
  OutputFile,
  RenderFigures,
  RenderTemplate,
  TypeFigures,
  WaveFigures,
} from "./generator/output/render_plan.ts";
export {
  TargetNotEmpty,
  type WriteOptions,
  writeSystem,
} from "./generator/output/write_system.ts";
export type { FileType, Ownership, Phase } from "./generator/plan/file_plan.ts";
export type { PlanOptions } from "./generator/plan/plan_files.ts";
export {
  prepareBlueprint,
  type PreparedSystem,
  type PrepareOptions,
  prepareRequest,
} from "./generator/prepare.ts";
export * from "./generator/planner/plan_result.ts";
export { PatternWithoutExample } from "./generator/plan/field_examples.ts";
export type { Edit } from "./validation/healing/healer.ts";
export type {
  RepairAnswer,
  RepairModel,
  RepairRequest,
} from "./validation/healing/model_healer.ts";
export {
  verifyAndHeal,
  type VerifyAndHealOptions,
} from "./validation/healing/verify_and_heal.ts";
export type { ProgressEvent } from "./validation/progress.ts";
export { TOOL_VERSION } from "./generator/version.ts";
export {
  BlueprintError,
  BlueprintToHarnessPipeline,
  GeneratedSystem,
  type IntegrationTestResult,
  type PipelineOptions,
} from "./validation/blueprint_to_harness_pipeline.ts";
export {
  GeneratedSystemError,
  ValidationPipelineError,
} from "./validation/errors.ts";
export type { ChildExit } from "./validation/child_process.ts";
export * from "./validation/report.ts";
export type {
  AuthoringFigures,
  AuthoringPart,
  AuthoringTokens,
  KeptUnit,
  PlannedPart,
  WrittenPart,
} from "./validation/authoring_part.ts";
export type {
  ClaimOutcome,
  SecondClaim,
  SecondReading,
  SecondStep,
  StepPurpose,
} from "./validation/second_reading.ts";
export {
  type RunningSystem,
  runSystem,
  type RunSystemOptions,
  type StoppedSystem,
} from "./validation/run_system.ts";
export type { DeepLimits } from "./validation/deep_part.ts";
export type { DeepOptions } from "./validation/run_deep.ts";
export {
  type VerifyOptions,
  verifySystem,
} from "./validation/verify_system.ts";

if (import.meta.main) {
  const { main } = await import("./cli.ts");
  Deno.exit(await main(Deno.args));
}
