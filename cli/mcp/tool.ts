/**
 * What a tool of the Model Context Protocol server is.
 *
 * @module
 */
import type { ToolAnnotations } from "@modelcontextprotocol/sdk/types";
import type * as z from "zod";
import type { ConfinedRoot } from "./confined_root.ts";
import type { ServedModel } from "./served_model.ts";

/** What whoever starts the server decides; no agent can. */
export interface ToolBounds {
  /** Where tools may work. */
  readonly root: ConfinedRoot;
  /** The language model, and what it may be asked for; that may cost money. @default there is none */
  readonly model?: ServedModel;
}

/** One call of a tool. */
export interface ToolCall extends ToolBounds {
  /** Ends it: the agent has cancelled the call, or is gone. */
  readonly signal: AbortSignal;
  /** Tells the agent how far it is, in a sentence. */
  tell(note: string): void;
}

/** A tool: what it is called with, what it gives, and what it does. */
export interface Tool<Input extends z.ZodObject, Output extends z.ZodObject> {
  /** Its name. */
  readonly name: string;
  /** Its name for people. */
  readonly title: string;
  /** What it is for, and when to use it. */
  readonly description: string;
  /** What it takes. */
  readonly input: Input;
  /** What it gives; members that it does not name are left out. */
  readonly output: Output;
  /** What it does to the world. */
  readonly annotations: ToolAnnotations;
  /** Whether it takes so much of the machine that it runs alone. @default false */
  readonly alone?: boolean;
  /**
   * Does it.
   *
   * @throws {CommandFailure} when it cannot; what is wrong with the input or a system is a result.
   */
  run(input: z.output<Input>, call: ToolCall): Promise<z.input<Output>>;
}
