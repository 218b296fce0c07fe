import { createServer, type IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { WebSocketServer } from 'ws'
import { listen } from './listening.ts'
import { onEachSecond } from './on-each-second.ts'
import { readyFrame } from './ready-frame.ts'
import { timeMessage } from './time-message.ts'

/** `ws` opens and reads; each tick is framed once and written to the streams beneath. */
const server = createServer()
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const streams = new Set<Duplex>()
let seq = 0
server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
  sockets.handleUpgrade(request, stream, head, (socket) => {
    streams.add(stream)
    socket.on('error', () => {})
    socket.on('close', () => streams.delete(stream))
    stream.write(readyFrame(JSON.stringify(timeMessage(seq))))
  })
})
onEachSecond(() => {
  const frame = readyFrame(JSON.stringify(timeMessage((seq += 1))))
  for (const stream of streams) stream.write(frame)
})
listen(server)
