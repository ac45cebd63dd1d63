/**
 * A client of newsroom: every operation of its API, with types of what is sent and what comes back.
 *
 * It runs in Deno, Node and browsers: copy this folder and `kit/api_client_runtime.ts`.
 *
 * @module
 */
import { ApiCaller, type ClientOptions } from "../kit/api_client_runtime.ts";
import { AuthClient } from "./auth_client.ts";
import { UsersClient } from "./users_client.ts";
import { ArticlesClient } from "./articles_client.ts";
import { CommentsClient } from "./comments_client.ts";
import { NotebooksClient } from "./notebooks_client.ts";
import { NotesClient } from "./notes_client.ts";
import { AuditEntriesClient } from "./audit_entries_client.ts";
import { TipsClient } from "./tips_client.ts";

export { ApiError, tagOf } from "../kit/api_client_runtime.ts";
export type {
  ApiProblem,
  CallOptions,
  ClientOptions,
  ConditionalOptions,
  CursorPage,
  Selected,
  TokenAnswer,
} from "../kit/api_client_runtime.ts";
export type * from "./auth_client.ts";
export type * from "./users_client.ts";
export type * from "./articles_client.ts";
export type * from "./comments_client.ts";
export type * from "./notebooks_client.ts";
export type * from "./notes_client.ts";
export type * from "./audit_entries_client.ts";
export type * from "./tips_client.ts";

/** Articles that authors write and editors publish. */
export class Client {
  /** The operations about signing in. */
  readonly auth: AuthClient;
  /** The operations about users. */
  readonly users: UsersClient;
  /** The operations about articles. */
  readonly articles: ArticlesClient;
  /** The operations about comments. */
  readonly comments: CommentsClient;
  /** The operations about notebooks. */
  readonly notebooks: NotebooksClient;
  /** The operations about notes. */
  readonly notes: NotesClient;
  /** The operations about audit entries. */
  readonly auditEntries: AuditEntriesClient;
  /** The operations about tips. */
  readonly tips: TipsClient;

  /** Makes a client; nothing is sent before a method is called. */
  constructor(options: ClientOptions) {
    const caller = new ApiCaller(options, "Bearer");
    this.auth = new AuthClient(caller);
    this.users = new UsersClient(caller);
    this.articles = new ArticlesClient(caller);
    this.comments = new CommentsClient(caller);
    this.notebooks = new NotebooksClient(caller);
    this.notes = new NotesClient(caller);
    this.auditEntries = new AuditEntriesClient(caller);
    this.tips = new TipsClient(caller);
  }
}
