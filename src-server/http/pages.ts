import { existsSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const HEADERS = {
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
  'x-frame-options': 'DENY',
} as const

/**
 * Serves a built page under a path, and leads `/` there. Where a `.br` or `.gz` lies beside a file, whoever takes that
 * gets that.
 * @param prefix with a slash at both ends, such as `/kiosk/`
 * @param policy the page's content security policy
 */
export async function servePage(app: FastifyInstance, prefix: string, folder: string, policy: string): Promise<void> {
  const there = prefix.slice(0, -1)
  app.get('/', (_request, reply) => reply.redirect(prefix))
  app.get(there, (_request, reply) => reply.redirect(prefix))
  if (!existsSync(join(folder, 'index.html'))) {
    app.get(prefix, (_request, reply) =>
      reply.status(503).type('text/plain; charset=utf-8').send('This page is not built yet: run `npm run build`.\n'),
    )
    return
  }
  await app.register(fastifyStatic, {
    root: folder,
    prefix,
    decorateReply: false,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, path) {
      void reply.headers({ ...HEADERS, 'content-security-policy': policy })
      // Names of built assets carry their content's hash; the page itself is always asked for anew.
      const lasting = /[\\/]assets[\\/]/.test(path)
      void reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
}
