/**
 * Applies the rules of dones between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Done, DONE_SPEC } from "../models/done.ts";
import { checkDone } from "../validations/done_rules.ts";

/** Keeps the rules for a done: answers requests with the help of the store. */
export class DoneController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "DoneRequest" },
    store_operation: { direction: "out", type: "DoneStoreCommand" },
  };

  #dones: EntityService<Done> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#dones = new EntityService<Done>({
      spec: DONE_SPEC,
      defaults: { status: "b" },
      check: checkDone,
      actions: { finish: { set: { status: "a" } } },
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Done>> {
    if (!this.#dones) throw new Error("The controller is not set up");
    return this.#dones.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Done>,
  ): Promise<StoreResult<Done>> {
    return this.request<StoreResult<Done>>("store_operation", command);
  }
}
