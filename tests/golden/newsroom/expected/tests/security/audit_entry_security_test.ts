/**
 * What attackers try with audit entries.
 *
 * @module
 */
import { hostileTrials } from "../../kit/hostile_trials.ts";
import { AUDIT_ENTRY_SPEC } from "../../models/audit_entry.ts";
import { auditEntryBody, makeAuditEntry } from "../samples.ts";
import { startTestSystem } from "../test_system.ts";

const TRIALS = hostileTrials({
  spec: AUDIT_ENTRY_SPEC,
  operations: ["list", "get"],
  actions: [],
  start: startTestSystem,
  body: auditEntryBody,
  make: ({ system }) => makeAuditEntry(system),
});

for (const { title, run } of TRIALS) Deno.test(title, run);
