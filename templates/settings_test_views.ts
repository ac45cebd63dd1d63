/**
 * What the template of the settings' test is given.
 *
 * @module
 */
import type { Safe } from "./safe_text.ts";

type Ts = Safe<"ts">;

/** The unit test of the settings. */
export interface SettingsTestView {
  /** The settings, as the kit's `SettingTrial`. */
  readonly trials: readonly Ts[];
  /** Whether there must be a secret. */
  readonly secret: boolean;
}
