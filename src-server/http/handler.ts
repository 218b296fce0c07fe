import type { ParsedRequest, ResponseOf, RouteTable } from '../../src-shared/api/route.ts'
import type { Routes } from '../../src-shared/api/routes.ts'
import type { Refusal } from '../../src-shared/errors/refusal.ts'
import type { Principal } from '../identity/principal.ts'

/** What a handler needs to know of the request besides its validated parts. */
export interface RequestContext {
  readonly principal: Principal
  readonly address: string
  setCookie(name: string, value: string, maxAgeSeconds?: number): void
  clearCookie(name: string): void
}

export type Handler<K extends keyof Routes> = (
  request: ParsedRequest<Routes[K]>,
  context: RequestContext,
) => Promise<ResponseOf<Routes[K]> | Refusal>

export type Handlers = { readonly [K in keyof Routes]: Handler<K> }

/** The handlers of one table of routes. */
export type HandlersOf<T extends RouteTable> = { readonly [K in Extract<keyof T, keyof Routes>]: Handler<K> }
