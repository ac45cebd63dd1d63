/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Post } from "../models/post.ts";
import type { Comment } from "../models/comment.ts";

/** Makes a body that creates a post. */
export function postBody(): Record<string, unknown> {
  made++;
  return {
    title: `Some title ${made}`,
    body: "Some body",
  };
}

/** Stores a post. */
export async function makePost(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Post> {
  const body = { ...postBody(), ...overrides };
  return expectValue(
    await system.postController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Post;
}

/** Makes a body that creates a comment. */
export async function commentBody(
  system: System,
): Promise<Record<string, unknown>> {
  return {
    authorName: "Some author name",
    text: "Some text",
    postId: (await makePost(system)).id,
  };
}

/** Stores a comment. */
export async function makeComment(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Comment> {
  const body = { ...await commentBody(system), ...overrides };
  return expectValue(
    await system.commentController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Comment;
}

// Counts what has been made, so that unique fields differ.
let made = 0;
