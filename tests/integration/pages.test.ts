import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { get, type IncomingMessage } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { gunzipSync, gzipSync } from 'node:zlib'
import fastify, { type FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../src-shared/security/content-security-policy.ts'
import { servePage } from '../../src-server/http/pages.ts'

const SCRIPT = 'console.log("the page")\n'.repeat(50)

describe('a built page', () => {
  const folder = mkdtempSync(join(tmpdir(), 'kerbside-page-'))
  let app: FastifyInstance
  let url = ''
  beforeAll(async () => {
    mkdirSync(join(folder, 'assets'))
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Page</title>')
    writeFileSync(join(folder, 'assets/page.js'), SCRIPT)
    writeFileSync(join(folder, 'assets/page.js.gz'), gzipSync(SCRIPT))
    writeFileSync(join(folder, 'assets/small.js'), SCRIPT)
    app = fastify()
    await servePage(app, '/kiosk/', folder, contentSecurityPolicy())
    url = await app.listen({ port: 0, host: '127.0.0.1' })
  })
  afterAll(async () => {
    await app.close()
    rmSync(folder, { recursive: true, force: true })
  })

  async function ask(path: string, accept?: string): Promise<{ answer: IncomingMessage; body: Buffer }> {
    const headers = accept === undefined ? {} : { 'accept-encoding': accept }
    const answer = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}${path}`, { headers }, resolve).on('error', reject)
    })
    return { answer, body: await buffer(answer) }
  }

  it('comes compressed to whoever takes that, as it was compressed when it was built', async () => {
    const { answer, body } = await ask('/kiosk/assets/page.js', 'gzip, deflate')
    expect(answer.headers).toMatchObject({ 'content-encoding': 'gzip', vary: 'accept-encoding' })
    expect(answer.headers['content-type']).toMatch(/javascript/)
    expect(answer.headers['cache-control']).toMatch(/immutable/)
    expect(gunzipSync(body).toString()).toBe(SCRIPT)
    expect(body.length).toBeLessThan(SCRIPT.length)
  })

  it.each([
    ['by whoever takes nothing else', '/kiosk/assets/page.js', undefined],
    ['by whoever takes another way only', '/kiosk/assets/page.js', 'br'],
    ['where nothing lies beside it', '/kiosk/assets/small.js', 'gzip, br'],
  ])('comes as it is %s', async (_who, path, accept) => {
    const { answer, body } = await ask(path, accept)
    expect([answer.statusCode, answer.headers['content-encoding']]).toEqual([200, undefined])
    expect(body.toString()).toBe(SCRIPT)
  })

  it('is asked for anew each time, with its policy', async () => {
    const { answer } = await ask('/kiosk/', 'gzip, br')
    expect(answer.headers['cache-control']).toBe('no-cache')
    expect(answer.headers['content-security-policy']).toBe(contentSecurityPolicy())
  })
})
