/**
 * Applies the rules of notebooks between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Notebook, NOTEBOOK_SPEC } from "../models/notebook.ts";
import { checkNotebook } from "../validations/notebook_rules.ts";

/** Keeps the rules for a notebook: answers requests with the help of the store. */
export class NotebookController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "NotebookRequest" },
    store_operation: { direction: "out", type: "NotebookStoreCommand" },
  };

  #notebooks: EntityService<Notebook> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#notebooks = new EntityService<Notebook>({
      spec: NOTEBOOK_SPEC,
      defaults: {},
      check: checkNotebook,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Notebook>> {
    if (!this.#notebooks) throw new Error("The controller is not set up");
    return this.#notebooks.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Notebook>,
  ): Promise<StoreResult<Notebook>> {
    return this.request<StoreResult<Notebook>>("store_operation", command);
  }
}
