/**
 * Language models for autocoder: providers, plans from plain words, units written and checked, patterns, second readings.
 *
 * Nothing here is needed to generate a system; what is written is kept in it, so that it can be generated again without a
 * model.
 *
 * @module
 */
export { Budget, BudgetSpent, withinBudget } from "./budget.ts";
export { type GeneratedCode, generatedCode } from "./confine/generated_code.ts";
export { parseAnswer } from "./confine/parse_answer.ts";
export { scanModule } from "../generator/confine/scan_module.ts";
export { generationSummary } from "./generation_summary.ts";
export * from "./language_model.ts";
export { PatternBank } from "./patterns/pattern_bank.ts";
export { planByModel } from "./planning/plan_by_model.ts";
export { modelSettings } from "./providers/model_settings.ts";
export { openModel } from "./providers/open_model.ts";
export { writeUnits } from "./units/write_units.ts";
