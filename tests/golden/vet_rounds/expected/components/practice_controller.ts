/**
 * Applies the rules of practices between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Practice, PRACTICE_SPEC } from "../models/practice.ts";
import { checkPractice } from "../validations/practice_rules.ts";

/** Keeps the rules for a practice: answers requests with the help of the store. */
export class PracticeController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "PracticeRequest" },
    store_operation: { direction: "out", type: "PracticeStoreCommand" },
  };

  #practices: EntityService<Practice> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#practices = new EntityService<Practice>({
      spec: PRACTICE_SPEC,
      defaults: { openSince: null },
      check: checkPractice,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Practice>> {
    if (!this.#practices) throw new Error("The controller is not set up");
    return this.#practices.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Practice>,
  ): Promise<StoreResult<Practice>> {
    return this.request<StoreResult<Practice>>("store_operation", command);
  }
}
