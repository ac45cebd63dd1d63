/**
 * Applies the rules of box notes between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { BOX_NOTE_SPEC, type BoxNote } from "../models/box_note.ts";
import { checkBoxNote } from "../validations/box_note_rules.ts";

/** Keeps the rules for a box note: answers requests with the help of the store. */
export class BoxNoteController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "BoxNoteRequest" },
    store_operation: { direction: "out", type: "BoxNoteStoreCommand" },
  };

  #boxNotes: EntityService<BoxNote> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#boxNotes = new EntityService<BoxNote>({
      spec: BOX_NOTE_SPEC,
      defaults: {},
      check: checkBoxNote,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<BoxNote>> {
    if (!this.#boxNotes) throw new Error("The controller is not set up");
    return this.#boxNotes.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<BoxNote>,
  ): Promise<StoreResult<BoxNote>> {
    return this.request<StoreResult<BoxNote>>("store_operation", command);
  }
}
