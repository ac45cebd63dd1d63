/**
 * Applies the rules of notes between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { OWNERSHIP } from "../kit/owned_entity.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Note, NOTE_SPEC } from "../models/note.ts";
import { checkNote } from "../validations/note_rules.ts";

/** Keeps the rules for a note: answers requests with the help of the store. */
export class NoteController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "NoteRequest" },
    store_operation: { direction: "out", type: "NoteStoreCommand" },
  };

  #notes: EntityService<Note> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#notes = new EntityService<Note>({
      spec: NOTE_SPEC,
      defaults: {},
      check: checkNote,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Note>> {
    if (!this.#notes) throw new Error("The controller is not set up");
    return this.#notes.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Note>,
  ): Promise<StoreResult<Note>> {
    return this.request<StoreResult<Note>>("store_operation", command);
  }
}
