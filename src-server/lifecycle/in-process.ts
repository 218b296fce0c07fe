import type { FastifyInstance } from 'fastify'
import type { InProcessRequest, InProcessResponse } from './kerbside-server.ts'

/** Answers a request by a listener's own router, without a socket. */
export async function answerInProcess(app: FastifyInstance, request: InProcessRequest): Promise<InProcessResponse> {
  const response = await app.inject({
    method: request.method as 'GET',
    url: request.url,
    // The request names the page's own scheme; for the router it comes from this machine.
    headers: { ...request.headers, host: 'localhost' },
    ...(request.body === undefined ? {} : { payload: Buffer.from(request.body) }),
  })
  const headers = Object.entries(response.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value : String(value)] as const],
  )
  return { status: response.statusCode, headers: Object.fromEntries(headers), body: response.rawPayload }
}
