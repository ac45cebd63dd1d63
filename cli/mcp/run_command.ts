/**
 * Runs a command of this program for a tool: what it prints as JSON becomes a value, its progress becomes notes.
 *
 * @module
 */
import type { AuthorEvent } from "../../authoring/units/author_event.ts";
import type { ProgressEvent } from "../../validation/progress.ts";
import { authorLine } from "../author_line.ts";
import type { PlanningEvent } from "../planning_note.ts";
import type { Console } from "../console.ts";

/** Runs a command that was told to print JSON; undefined when it printed nothing. */
export async function runCommand(
  command: (console: Console) => Promise<unknown>,
  tell: (note: string) => void,
): Promise<unknown> {
  let printed = "";
  await command({
    out: (text) => void (printed += text),
    err: (text) => {
      for (const line of text.split("\n")) {
        const note = noteOf(line.trim());
        if (note !== undefined) tell(note);
      }
    },
    isTerminal: false,
    confirm: () => undefined,
  });
  return printed === "" ? undefined : JSON.parse(printed);
}

/** Says a line of stderr in a sentence; undefined where it is too small for one. */
function noteOf(line: string): string | undefined {
  if (line === "") return undefined;
  const event = eventOf(line);
  if (event === undefined) return line;
  switch (event.event) {
    case "tier_started":
      return `${event.name}: ${event.title} (${event.checks} checks)`;
    case "check_progress":
      return event.text;
    case "check_finished":
      return `${event.check.state.replaceAll("_", " ")}: ${event.check.title}`;
    case "reused":
      return `nothing has changed since it was verified at ${event.startedAt}`;
    case "planning":
      return event.text;
    case "taken_back":
      return "a healing that was interrupted was taken back";
    case "finished":
      return `ended: ${event.status.replaceAll("_", " ")}`;
    case "check_started":
    case "tier_finished":
      return undefined;
    default:
      return authorLine(event)?.trim();
  }
}

/** Reads an event, as commands print it with `--json`; undefined where the line is something else. */
function eventOf(
  line: string,
): ProgressEvent | AuthorEvent | PlanningEvent | undefined {
  try {
    const value: unknown = JSON.parse(line);
    const isEvent = typeof value === "object" && value !== null &&
      "event" in value;
    // What has this member, the commands have made.
    return isEvent
      ? value as ProgressEvent | AuthorEvent | PlanningEvent
      : undefined;
  } catch {
    return undefined;
  }
}
