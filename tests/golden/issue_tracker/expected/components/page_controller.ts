/**
 * Applies the rules of pages between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import { madeSlugs } from "../kit/slug.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { PAGE_SPEC, type PageEntity } from "../models/page.ts";
import { checkPageEntity } from "../validations/page_rules.ts";

/** Keeps the rules for a page: answers requests with the help of the store. */
export class PageController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "PageEntityRequest" },
    store_operation: { direction: "out", type: "PageEntityStoreCommand" },
  };

  #pages: EntityService<PageEntity> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#pages = new EntityService<PageEntity>({
      spec: PAGE_SPEC,
      defaults: {},
      check: checkPageEntity,
      made: madeSlugs<PageEntity>(PAGE_SPEC, [{
        field: "slug",
        from: "title",
        maxLength: 100,
        follows: true,
      }]),
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
  ): Promise<EntityReply<PageEntity>> {
    if (!this.#pages) throw new Error("The controller is not set up");
    return this.#pages.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<PageEntity>,
  ): Promise<StoreResult<PageEntity>> {
    return this.request<StoreResult<PageEntity>>("store_operation", command);
  }
}
