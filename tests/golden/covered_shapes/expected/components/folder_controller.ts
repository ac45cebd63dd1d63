/**
 * Applies the rules of folders between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Folder, FOLDER_SPEC } from "../models/folder.ts";
import { checkFolder } from "../validations/folder_rules.ts";

/** Keeps the rules for a folder: answers requests with the help of the store. */
export class FolderController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "FolderRequest" },
    store_operation: { direction: "out", type: "FolderStoreCommand" },
  };

  #folders: EntityService<Folder> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#folders = new EntityService<Folder>({
      spec: FOLDER_SPEC,
      defaults: {},
      check: checkFolder,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Folder>> {
    if (!this.#folders) throw new Error("The controller is not set up");
    return this.#folders.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Folder>,
  ): Promise<StoreResult<Folder>> {
    return this.request<StoreResult<Folder>>("store_operation", command);
  }
}
