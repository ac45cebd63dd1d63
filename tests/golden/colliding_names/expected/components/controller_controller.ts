/**
 * Applies the rules of controllers between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Controller, CONTROLLER_SPEC } from "../models/controller.ts";
import { checkController } from "../validations/controller_rules.ts";

/** Keeps the rules for a controller: answers requests with the help of the store. */
export class ControllerController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ControllerRequest" },
    store_operation: { direction: "out", type: "ControllerStoreCommand" },
  };

  #controllers: EntityService<Controller> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#controllers = new EntityService<Controller>({
      spec: CONTROLLER_SPEC,
      defaults: {},
      check: checkController,
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
  ): Promise<EntityReply<Controller>> {
    if (!this.#controllers) throw new Error("The controller is not set up");
    return this.#controllers.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Controller>,
  ): Promise<StoreResult<Controller>> {
    return this.request<StoreResult<Controller>>("store_operation", command);
  }
}
