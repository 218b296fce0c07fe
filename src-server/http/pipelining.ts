import type { Socket } from 'node:net'
import type { FastifyInstance } from 'fastify'

/** No client of ours asks again on a connection before it has its answer; programs that do ask for a few things at a time. */
const MOST_UNANSWERED = 8

/**
 * Cuts off a connection with too many requests under way. Node begins all of those that come in one packet at once, a
 * thousand of them if they are short, and keeps their answers for a peer that may not read a single one.
 */
export function limitPipelining(app: FastifyInstance): void {
  const unanswered = new WeakMap<Socket, number>()
  app.addHook('onRequest', ({ raw: { socket } }, reply, done) => {
    const count = (unanswered.get(socket) ?? 0) + 1
    unanswered.set(socket, count)
    if (count <= MOST_UNANSWERED && !socket.destroyed) return done()
    reply.hijack()
    socket.destroy()
  })
  app.addHook('onResponse', ({ raw: { socket } }, _reply, done) => {
    unanswered.set(socket, (unanswered.get(socket) ?? 1) - 1)
    done()
  })
}
