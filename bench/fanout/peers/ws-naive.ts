import { createServer } from 'node:http'
import { WebSocketServer } from 'ws'
import { listen } from './listening.ts'
import { timeMessage } from './time-message.ts'

/** The original's design on `ws`: a timer and a `JSON.stringify` for each client, aligned to nothing. */
const server = createServer()
new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket) => {
  let seq = 0
  const tell = () => socket.send(JSON.stringify(timeMessage((seq += 1))))
  const timer = setInterval(tell, 1000)
  socket.on('error', () => {})
  socket.on('close', () => clearInterval(timer))
  tell()
})
listen(server)
