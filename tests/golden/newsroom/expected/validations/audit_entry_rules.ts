/**
 * The rules that every audit entry keeps, whoever writes it.
 *
 * @module
 */
import type { FieldError } from "../kit/problem.ts";
import type { AuditEntry } from "../models/audit_entry.ts";

/** Checks an audit entry as a whole; returns what is wrong, field by field. */
export function checkAuditEntry(auditEntry: AuditEntry): readonly FieldError[] {
  const errors: FieldError[] = [];
  if (auditEntry.event.trim() === "") {
    errors.push({ path: "event", message: "must not be blank" });
  }
  return errors;
}
