import fastify from 'fastify'
import { sampleAnswer } from '../sample-answer.ts'

/** The same route and body, and a handler that does nothing: what is left for the rules is the distance to this. */
const app = fastify({ logger: false })
app.post('/api/v1/bookings', async (_request, reply) => reply.status(201).send(sampleAnswer))
const url = await app.listen({ host: '127.0.0.1', port: 0 })
process.once('SIGTERM', () => process.exit(0))
process.stdout.write(`${JSON.stringify({ url })}\n`)
