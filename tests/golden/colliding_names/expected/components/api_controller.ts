/**
 * Applies the rules of apis between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type API, API_SPEC } from "../models/api.ts";
import { checkAPI } from "../validations/api_rules.ts";

/** Keeps the rules for an api: answers requests with the help of the store. */
export class APIController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "APIRequest" },
    store_operation: { direction: "out", type: "APIStoreCommand" },
  };

  #apis: EntityService<API> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#apis = new EntityService<API>({
      spec: API_SPEC,
      defaults: { n: null },
      check: checkAPI,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<API>> {
    if (!this.#apis) throw new Error("The controller is not set up");
    return this.#apis.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(command: StoreCommand<API>): Promise<StoreResult<API>> {
    return this.request<StoreResult<API>>("store_operation", command);
  }
}
