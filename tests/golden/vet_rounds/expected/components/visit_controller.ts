/**
 * Applies the rules of visits between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import { restoreEntity } from "../kit/restore_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Visit, VISIT_SPEC } from "../models/visit.ts";
import { checkVisit } from "../validations/visit_rules.ts";

/** Keeps the rules for a visit: answers requests with the help of the store. */
export class VisitController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "VisitRequest" },
    store_operation: { direction: "out", type: "VisitStoreCommand" },
  };

  #visits: EntityService<Visit> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#visits = new EntityService<Visit>({
      spec: VISIT_SPEC,
      defaults: { dueOn: null, xRay: null, helperId: null },
      check: checkVisit,
      grants: OWNERSHIP,
      restore: restoreEntity,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Visit>> {
    if (!this.#visits) throw new Error("The controller is not set up");
    return this.#visits.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Visit>,
  ): Promise<StoreResult<Visit>> {
    return this.request<StoreResult<Visit>>("store_operation", command);
  }
}
