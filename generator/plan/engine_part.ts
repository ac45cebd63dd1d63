/**
 * Classes of the kit of which each engine has its own.
 *
 * @module
 */
import type { SystemModel } from "../model/system_model.ts";
import { type Name, name } from "../../templates/safe_text.ts";

/** A class and the file of the kit that it stands in. */
export interface EnginePart {
  /** Its name. */
  readonly className: Name;
  /** The file, without its ending. */
  readonly file: Name;
}

/** Names what the system's engine has for something: `outbox` is `SqliteOutbox` in kit/sqlite_outbox.ts. */
export function enginePart(
  { engine }: Pick<SystemModel, "engine">,
  part: string,
): EnginePart {
  const capital = (word: string) =>
    word.charAt(0).toUpperCase() + word.slice(1);
  return {
    className: name(capital(engine) + capital(part)),
    file: name(`${engine}_${part}`),
  };
}
