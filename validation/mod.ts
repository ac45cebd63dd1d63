/**
 * Is this system good? Four tiers of executed checks, and the evidence they leave.
 *
 * @module
 */
export type { ChildExit } from "./child_process.ts";
export {
  GeneratedSystemError,
  requireVerified,
  ValidationPipelineError,
} from "./errors.ts";
export {
  findDeno,
  type FindDenoOptions,
  type FoundDeno,
  OLDEST_DENO,
} from "./find_deno.ts";
export { FINDING_CODES, type FindingCode } from "./finding_codes.ts";
export type { Edit } from "./healing/healer.ts";
export type {
  RepairAnswer,
  RepairModel,
  RepairRequest,
} from "./healing/model_healer.ts";
export {
  verifyAndHeal,
  type VerifyAndHealOptions,
} from "./healing/verify_and_heal.ts";
export type { ProgressEvent } from "./progress.ts";
export { ProgressView, type ProgressViewOptions } from "./progress_view.ts";
export {
  type Check,
  type CheckState,
  DEEP_NAMES,
  type DeepName,
  type Finding,
  type FindingOrigin,
  type HealingRecord,
  REPORT_SCHEMA,
  type RequirementTrace,
  type Score,
  type Stage,
  type TestResult,
  type TierNumber,
  type TierResult,
  type Toolchain,
  type VerificationReport,
  type VerificationStatus,
} from "./report.ts";
export { renderReport } from "./render_report.ts";
export type {
  AuthoringFigures,
  AuthoringPart,
  AuthoringTokens,
  KeptUnit,
  PlannedPart,
  WrittenPart,
} from "./authoring_part.ts";
export type {
  ClaimOutcome,
  SecondClaim,
  SecondReading,
  SecondStep,
  StepPurpose,
} from "./second_reading.ts";
export {
  type RunningSystem,
  runSystem,
  type RunSystemOptions,
  type StoppedSystem,
} from "./run_system.ts";
export type { DeepLimits } from "./deep_part.ts";
export type { DeepOptions } from "./run_deep.ts";
export { type VerifyOptions, verifySystem } from "./verify_system.ts";
export { writeEvidence } from "./write_evidence.ts";
