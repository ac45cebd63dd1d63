/**
 * Applies the rules of starts between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Start, START_SPEC } from "../models/start.ts";
import { checkStart } from "../validations/start_rules.ts";

/** Keeps the rules for a start: answers requests with the help of the store. */
export class StartController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "StartRequest" },
    store_operation: { direction: "out", type: "StartStoreCommand" },
  };

  #starts: EntityService<Start> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#starts = new EntityService<Start>({
      spec: START_SPEC,
      defaults: {},
      check: checkStart,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Start>> {
    if (!this.#starts) throw new Error("The controller is not set up");
    return this.#starts.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Start>,
  ): Promise<StoreResult<Start>> {
    return this.request<StoreResult<Start>>("store_operation", command);
  }
}
