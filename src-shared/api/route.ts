import type * as v from 'valibot'
import type { Role } from './fields.ts'

/** Who may call a route on the public listener. */
export type PublicAccess =
  /** anyone on the LAN */
  | 'anyone'
  /** a paired kiosk, or anyone where the site allows open kiosks */
  | 'kiosk'
  /** whoever holds the booking's own manage token */
  | 'booking'

/** Who may call a route on the staff listener: anyone at the machine, or these roles after sign-in. */
export type StaffAccess = 'anyone' | readonly Role[]

type Schema = v.GenericSchema

/**
 * One route of the HTTP API. Types, validation, OpenAPI, access and the client are all made from it.
 * A listener that has no entry in `access` does not know the route at all.
 */
export interface RouteSpec {
  readonly summary: string
  readonly access: {
    readonly public?: PublicAccess
    readonly staff?: StaffAccess
    /** Open to staff who have not yet chosen a password of their own, too. */
    readonly withTemporaryPassword?: true
    /** Open to a session that is locked, too. */
    readonly whileLocked?: true
  }
  readonly params?: Schema
  readonly query?: Schema
  readonly body?: Schema
  readonly headers?: Schema
  /** The status of success, and its body; 204 has none. */
  readonly status: 200 | 201 | 204
  readonly response?: Schema
  /** The largest body that it takes, in bytes; 16 KiB where it does not say. */
  readonly bodyLimit?: number
  /** Success answers a file of this type instead of JSON. */
  readonly file?: FileType
}

export type FileType = 'application/json' | 'application/pdf' | 'text/csv' | 'text/plain; version=0.0.4'

/** A file as a handler answers it. */
export interface FileAnswer {
  readonly bytes: Uint8Array
  /** What a browser saves it as. */
  readonly fileName: string
}

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type RouteKey = `${Method} /${string}`
export type RouteTable = Readonly<Record<RouteKey, RouteSpec>>

type InputOf<S> = S extends Schema ? v.InferInput<S> : undefined
type OutputOf<S> = S extends Schema ? v.InferOutput<S> : undefined

/** What a caller passes, by route. */
export type RequestOf<R extends RouteSpec> = (R extends { params: infer P } ? { params: InputOf<P> } : unknown) &
  (R extends { query: infer Q } ? { query: InputOf<Q> } : unknown) &
  (R extends { body: infer B } ? { body: InputOf<B> } : unknown) &
  (R extends { headers: infer H } ? { headers?: InputOf<H> } : unknown)

/** What a handler receives, validated, by route. */
export interface ParsedRequest<R extends RouteSpec> {
  readonly params: R extends { params: infer P } ? OutputOf<P> : undefined
  readonly query: R extends { query: infer Q } ? OutputOf<Q> : undefined
  readonly body: R extends { body: infer B } ? OutputOf<B> : undefined
  readonly headers: R extends { headers: infer H } ? OutputOf<H> : undefined
}

/** The body of success, by route. */
export type ResponseOf<R extends RouteSpec> = R extends { file: FileType }
  ? FileAnswer
  : R extends { response: infer S }
    ? OutputOf<S>
    : undefined
