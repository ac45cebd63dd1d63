/**
 * What tests of components and systems need: a clock that a test moves, and faults by a seed.
 *
 * @module
 */
export {
  type Fault,
  FaultPlan,
  type FaultPlanOptions,
  InjectedFault,
  seededRandom,
  type Strike,
} from "./fault_plan.ts";
export { VirtualClock } from "./virtual_clock.ts";
