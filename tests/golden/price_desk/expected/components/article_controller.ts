/**
 * Applies the rules of articles between the API and the store.
 *
 * @module
 */
import { HarnessComponent, type PortSpec } from "@autocoder/harness";
import type { EntityReply, EntityRequest } from "../kit/entity_request.ts";
import { EntityService } from "../kit/entity_service.ts";
import type { StoreCommand, StoreResult } from "../kit/store_command.ts";
import { type Article, ARTICLE_SPEC } from "../models/article.ts";
import { checkArticle } from "../validations/article_rules.ts";

/** Keeps the rules for an article: answers requests with the help of the store. */
export class ArticleController extends HarnessComponent {
  /** Its ports and the types of their messages. */
  override readonly ports: Readonly<Record<string, PortSpec>> = {
    process_request: { direction: "in", type: "ArticleRequest" },
    store_operation: { direction: "out", type: "ArticleStoreCommand" },
  };

  #articles: EntityService<Article> | undefined;

  /** Begins with nothing under way, also after a failure. */
  override setup(): void {
    this.#articles = new EntityService<Article>({
      spec: ARTICLE_SPEC,
      defaults: {},
      check: checkArticle,
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
  handleProcessRequest(request: EntityRequest): Promise<EntityReply<Article>> {
    if (!this.#articles) throw new Error("The controller is not set up");
    return this.#articles.handle(request);
  }

  /** Sends a command out by `store_operation` and waits for the store's result. */
  sendToStoreOperation(
    command: StoreCommand<Article>,
  ): Promise<StoreResult<Article>> {
    return this.request<StoreResult<Article>>("store_operation", command);
  }
}
