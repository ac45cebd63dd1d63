/**
 * Makes entities for the tests.
 *
 * @module
 */
import { expectValue } from "../kit/expect_outcome.ts";
import type { System } from "../main.ts";
import type { Reading } from "../models/reading.ts";
import type { Signup } from "../models/signup.ts";
import type { Announcement } from "../models/announcement.ts";
import type { Session } from "../models/session.ts";
import type { Profile } from "../models/profile.ts";
import type { Setting } from "../models/setting.ts";
import type { Door } from "../models/door.ts";

/** Makes a body that creates a reading. */
export function readingBody(): Record<string, unknown> {
  return {
    value: 1,
  };
}

/** Stores a reading. */
export async function makeReading(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Reading> {
  const body = { ...readingBody(), ...overrides };
  return expectValue(
    await system.readingController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Reading;
}

/** Makes a body that creates a signup. */
export function signupBody(): Record<string, unknown> {
  return {
    email: "someone@example.com",
  };
}

/** Stores a signup. */
export async function makeSignup(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Signup> {
  const body = { ...signupBody(), ...overrides };
  return expectValue(
    await system.signupController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Signup;
}

/** Makes a body that creates an announcement. */
export function announcementBody(): Record<string, unknown> {
  return {
    text: "Some text",
  };
}

/** Stores an announcement. */
export async function makeAnnouncement(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Announcement> {
  const body = { ...announcementBody(), ...overrides };
  return expectValue(
    await system.announcementController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Announcement;
}

/** Makes a body that creates a session. */
export function sessionBody(): Record<string, unknown> {
  return {
    token: "Some token",
  };
}

/** Stores a session. */
export async function makeSession(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Session> {
  const body = { ...sessionBody(), ...overrides };
  return expectValue(
    await system.sessionController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Session;
}

/** Makes a body that creates a profile. */
export function profileBody(): Record<string, unknown> {
  return {
    name: "Some name",
  };
}

/** Stores a profile. */
export async function makeProfile(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Profile> {
  const body = { ...profileBody(), ...overrides };
  return expectValue(
    await system.profileController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Profile;
}

/** Makes a body that creates a setting. */
export function settingBody(): Record<string, unknown> {
  return {
    value: "Some value",
  };
}

/** Stores a setting. */
export async function makeSetting(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Setting> {
  const body = { ...settingBody(), ...overrides };
  return expectValue(
    await system.settingController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Setting;
}

/** Makes a body that creates a door. */
export function doorBody(): Record<string, unknown> {
  return {};
}

/** Stores a door. */
export async function makeDoor(
  system: System,
  overrides: Record<string, unknown> = {},
): Promise<Door> {
  const body = { ...doorBody(), ...overrides };
  return expectValue(
    await system.doorController.handleProcessRequest({
      operation: "create",
      body,
    }),
  ) as Door;
}
