import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { listen } from './listening.ts'
import { onEachSecond } from './on-each-second.ts'
import { timeMessage } from './time-message.ts'

/** `ws` as its README broadcasts: one timer, one string, `send` to each client. */
const server = createServer()
const sockets = new WebSocketServer({ server, perMessageDeflate: false })
let seq = 0
sockets.on('connection', (socket) => {
  socket.on('error', () => {})
  socket.send(JSON.stringify(timeMessage(seq)))
})
onEachSecond(() => {
  const text = JSON.stringify(timeMessage((seq += 1)))
  for (const socket of sockets.clients) socket.send(text)
})
listen(server)
