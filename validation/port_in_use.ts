/**
 * Says what to do about a system that finds its port in use, though verification lets it take any that is free.
 *
 * @module
 */
import type { SystemModel } from "../generator/model/system_model.ts";

/**
 * Names the port, and where it may be set; undefined where a system failed for another reason. Nothing of it is healed: the
 * port is somebody's, and so is whatever holds it.
 *
 * @param said What the system wrote at its start.
 */
export function portInUse(
  said: string,
  model: Pick<SystemModel, "port"> | undefined,
): string | undefined {
  if (
    !/port in use|Address (?:already )?in use|AddrInUse|EADDRINUSE/i.test(said)
  ) {
    return undefined;
  }
  const port = Number(/:(\d{1,5})\\?"?: found the port in use/.exec(said)?.[1]);
  const which = port > 0 ? `port ${port}` : "its port";
  const setting = model !== undefined && model.port === port
    ? `; it is that of http.port in blueprint.yaml`
    : "";
  return `${which} is in use by another program${setting}; verification starts it with PORT=0, for any that is free: let it take its port from the setting PORT, not from its code or its start task`;
}
