/**
 * Applies the rules of announcements between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import {
  type Announcement,
  ANNOUNCEMENT_SPEC,
} from "../models/announcement.ts";
import { checkAnnouncement } from "../validations/announcement_rules.ts";

/** Keeps the rules for an announcement: answers requests with the help of the store. */
export class AnnouncementController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "AnnouncementRequest" },
    store_operation: { direction: "out", type: "AnnouncementStoreCommand" },
  };

  #announcements: EntityService<Announcement> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#announcements = new EntityService<Announcement>({
      spec: ANNOUNCEMENT_SPEC,
      defaults: { text: null },
      check: checkAnnouncement,
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
  ): Promise<EntityReply<Announcement>> {
    if (!this.#announcements) throw new Error("The controller is not set up");
    return this.#announcements.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Announcement>,
  ): Promise<StoreResult<Announcement>> {
    return this.request<StoreResult<Announcement>>("store_operation", command);
  }
}
