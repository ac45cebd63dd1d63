/**
 * What clients may send to register and to sign in.
 *
 * @module
 */
import { boolean, date, text } from "../kit/api_schema.ts";
import { authSchemas } from "../kit/auth_routes.ts";
import type { BodySchema } from "../kit/body_schema.ts";

const SCHEMAS = authSchemas({
  nickname: text({ min: 3, max: 40, notBlank: true }),
  since: date().nullable().optional(),
  active: boolean().optional(),
}, "nickname");

/** The body of a registration: the fields of a member and a password. */
export const REGISTRATION: BodySchema = SCHEMAS.registration;

/** The body of a login. */
export const LOGIN: BodySchema = SCHEMAS.login;
