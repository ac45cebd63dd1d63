/**
 * What clients may send to register and to sign in.
 *
 * @module
 */
import { email, text } from "../kit/api_schema.ts";
import { authSchemas } from "../kit/auth_routes.ts";
import type { BodySchema } from "../kit/body_schema.ts";

const SCHEMAS = authSchemas({
  email: email(),
  name: text({ max: 60, notBlank: true }),
}, "email");

/** The body of a registration: the fields of a user and a password. */
export const REGISTRATION: BodySchema = SCHEMAS.registration;

/** The body of a login. */
export const LOGIN: BodySchema = SCHEMAS.login;
