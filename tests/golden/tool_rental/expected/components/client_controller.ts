/**
 * Applies the rules of clients between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Client, CLIENT_SPEC } from "../models/client.ts";
import { checkClient } from "../validations/client_rules.ts";

/** Keeps the rules for a client: answers requests with the help of the store. */
export class ClientController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ClientRequest" },
    store_operation: { direction: "out", type: "ClientStoreCommand" },
  };

  #clients: EntityService<Client> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#clients = new EntityService<Client>({
      spec: CLIENT_SPEC,
      defaults: { credit: 0 },
      check: checkClient,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Client>> {
    if (!this.#clients) throw new Error("The controller is not set up");
    return this.#clients.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Client>,
  ): Promise<StoreResult<Client>> {
    return this.request<StoreResult<Client>>("store_operation", command);
  }
}
