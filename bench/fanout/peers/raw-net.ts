import { createHash } from 'node:crypto'
import { createServer, type Socket } from 'node:net'
import { listen } from './listening.ts'
import { onEachSecond } from './on-each-second.ts'
import { readyFrame } from './ready-frame.ts'
import { timeMessage } from './time-message.ts'

/** The limit: no HTTP, no reading, no closing; a handshake, and then one ready frame a second. No server could be that. */
const streams = new Set<Socket>()
let seq = 0

function accept(stream: Socket, request: string): void {
  const key = /^sec-websocket-key: *(\S+)/im.exec(request)?.[1] ?? ''
  const digest = createHash('sha1').update(`${key}258EAFA5-E914-47DA-95CA-C5AB0DC85B11`).digest('base64')
  stream.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${digest}\r\n\r\n`,
  )
  stream.write(readyFrame(JSON.stringify(timeMessage(seq))))
  streams.add(stream)
}

const server = createServer({ noDelay: true }, (stream) => {
  stream.once('data', (chunk) => {
    accept(stream, String(chunk))
    stream.resume()
  })
  stream.on('error', () => {})
  stream.on('close', () => streams.delete(stream))
})
onEachSecond(() => {
  const frame = readyFrame(JSON.stringify(timeMessage((seq += 1))))
  for (const stream of streams) stream.write(frame)
})
listen(server)
