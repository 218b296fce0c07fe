import type { FastifyInstance } from 'fastify'
import { refuse } from '../../src-shared/errors/refusal.ts'
import type { ClientAddresses } from './client-address.ts'
import type { ConnectionCount } from './connection-limits.ts'
import { sendProblem } from './problem-reply.ts'

/** Keeps a client behind a trusted proxy from having more requests and sockets than it could have connections. */
export function limitRequestsBehindProxy(app: FastifyInstance, count: ConnectionCount, clients: ClientAddresses): void {
  app.addHook('onRequest', ({ raw }, reply, done) => {
    const client = clients.countedBehindProxy(raw)
    if (client === undefined) return done()
    if (!count.enter(client)) return void sendProblem(reply, refuse('rate_limited'))
    // Also when the client has gone before its answer: then no request is told of as finished.
    reply.raw.once('close', () => count.leave(client))
    return done()
  })
}
