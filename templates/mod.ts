/**
 * What generated projects look like: templates, and the sources that are copied as they are.
 *
 * @module
 */
export { TEMPLATES, type Templates } from "./templates.gen.ts";
export { VERBATIM } from "./verbatim.gen.ts";
export type { TemplateViews } from "./views.ts";
import type { TemplateViews } from "./views.ts";

/** The path of a template, such as `main.ts.eta`. */
export type TemplatePath = keyof TemplateViews;
