/**
 * The rules that every tool keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { Tool } from "../models/tool.ts";

/** Checks a tool as a whole; returns what is wrong, field by field. */
export function checkTool(tool: Tool): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (tool.name.trim() === "") {
    errors.push({ path: "name", message: "must not be blank" });
  }
  return errors;
}
