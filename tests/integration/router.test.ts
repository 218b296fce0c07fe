import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RouteSpec } from '../../src-shared/api/route.ts'
import { routes } from '../../src-shared/api/routes.ts'
import type { Listener } from '../../src-server/identity/gatekeeper.ts'
import { startStillServer, type StillServer } from '../support/still-server.ts'

/** What the listeners have besides the contract: their pages, for anybody. */
const pages: Readonly<Record<Listener, readonly string[]>> = {
  public: ['GET /', 'GET /kiosk', 'GET /kiosk/*', 'HEAD /kiosk/*'],
  staff: ['GET /', 'GET /console', 'GET /console/*', 'HEAD /console/*'],
}

/** Routes as each router has them, in the order in which the listeners are made. */
const found: string[][] = []

/** Fastify says on this channel that it makes an application; each route that is added to it is written down. */
function listen(message: unknown): void {
  const { fastify } = message as { fastify: FastifyInstance }
  const own: string[] = []
  found.push(own)
  fastify.addHook('onRoute', ({ method, url }) => {
    for (const one of [method].flat()) own.push(`${one} ${url.replace(/:(\w+)/g, '{$1}')}`)
  })
}

describe('what the router has', () => {
  let still: StillServer
  beforeAll(async () => {
    const dataDir = mkdtempSync(join(tmpdir(), 'kerbside-router-'))
    // Pages that are built, as far as the router goes.
    mkdirSync(join(dataDir, 'no-pages'))
    writeFileSync(join(dataDir, 'no-pages', 'index.html'), '')
    subscribe('fastify.initialization', listen)
    still = await startStillServer({ dataDir })
    unsubscribe('fastify.initialization', listen)
  })
  afterAll(() => still.stop())

  it.each([
    ['public', 0],
    ['staff', 1],
  ] as const)('on the %s listener is what the contract gives it and its pages, and nothing else', (listener, index) => {
    const given = Object.entries<RouteSpec>(routes).filter(([, { access }]) => access[listener] !== undefined)
    const expected = [...given.map(([key]) => key), ...pages[listener]]
    expect(found).toHaveLength(2)
    expect(found[index]?.toSorted()).toEqual(expected.toSorted())
  })
})
