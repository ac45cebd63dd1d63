/**
 * Applies the rules of audit entries between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { AUDIT_ENTRY_SPEC, type AuditEntry } from "../models/audit_entry.ts";
import { checkAuditEntry } from "../validations/audit_entry_rules.ts";

/** Keeps the rules for an audit entry: answers requests with the help of the store. */
export class AuditEntryController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "AuditEntryRequest" },
    store_operation: { direction: "out", type: "AuditEntryStoreCommand" },
  };

  #auditEntries: EntityService<AuditEntry> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#auditEntries = new EntityService<AuditEntry>({
      spec: AUDIT_ENTRY_SPEC,
      defaults: {},
      check: checkAuditEntry,
      grants: OWNERSHIP,
      store: (command) => this.sendToStoreOperation(command),
    });
  }

  /** Serves its input ports until they close. */
  override process(): Promise<void> {
    return this.serve({
      process_request: (request: EntityRequest) =>
        this.handleProcessRequest(request),
    });
  }

  /** Answers a request that came in by `process_request`. */
  handleProcessRequest(
    request: EntityRequest,
  ): Promise<EntityReply<AuditEntry>> {
    if (!this.#auditEntries) throw new Error("The controller is not set up");
    return this.#auditEntries.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<AuditEntry>,
  ): Promise<StoreResult<AuditEntry>> {
    return this.request<StoreResult<AuditEntry>>("store_operation", command);
  }
}
