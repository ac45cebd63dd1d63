/**
 * Applies the rules of books between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Book, BOOK_SPEC } from "../models/book.ts";
import { checkBook } from "../validations/book_rules.ts";

/** Keeps the rules for a book: answers requests with the help of the store. */
export class BookController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "BookRequest" },
    store_operation: { direction: "out", type: "BookStoreCommand" },
  };

  #books: EntityService<Book> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#books = new EntityService<Book>({
      spec: BOOK_SPEC,
      defaults: {
        author: null,
        isbn: null,
        publishedYear: null,
        numberOfCopies: null,
      },
      check: checkBook,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Book>> {
    if (!this.#books) throw new Error("The controller is not set up");
    return this.#books.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Book>,
  ): Promise<StoreResult<Book>> {
    return this.request<StoreResult<Book>>("store_operation", command);
  }
}
