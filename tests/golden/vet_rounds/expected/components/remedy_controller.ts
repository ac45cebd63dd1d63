/**
 * Applies the rules of remedies between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Remedy, REMEDY_SPEC } from "../models/remedy.ts";
import { checkRemedy } from "../validations/remedy_rules.ts";

/** Keeps the rules for a remedy: answers requests with the help of the store. */
export class RemedyController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "RemedyRequest" },
    store_operation: { direction: "out", type: "RemedyStoreCommand" },
  };

  #remedies: EntityService<Remedy> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#remedies = new EntityService<Remedy>({
      spec: REMEDY_SPEC,
      defaults: {},
      check: checkRemedy,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Remedy>> {
    if (!this.#remedies) throw new Error("The controller is not set up");
    return this.#remedies.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Remedy>,
  ): Promise<StoreResult<Remedy>> {
    return this.request<StoreResult<Remedy>>("store_operation", command);
  }
}
