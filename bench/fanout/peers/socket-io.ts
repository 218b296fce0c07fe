import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { listen } from './listening.ts'
import { onEachSecond } from './on-each-second.ts'
import { timeMessage } from './time-message.ts'

/** socket.io as it comes: one `emit` to everybody, over WebSocket. */
const server = createServer()
const io = new Server(server, { transports: ['websocket'], serveClient: false })
let seq = 0
io.on('connection', (socket) => {
  socket.emit('time', timeMessage(seq))
})
onEachSecond(() => {
  io.emit('time', timeMessage((seq += 1)))
})
listen(server)
