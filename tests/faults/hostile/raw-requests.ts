import type { Dice } from './dice.ts'

const starts = [
  'GET /healthz HTTP/1.1',
  'POST /api/v1/bookings HTTP/1.1',
  'GET /api/v1/site HTTP/1.1',
  'GET /ws/time/ HTTP/1.1',
  'GET /ws/notifications/x/ HTTP/1.1',
  'GET /kiosk/ HTTP/1.1',
  'HEAD /kiosk/ HTTP/1.1',
  'OPTIONS * HTTP/1.1',
  'CONNECT localhost:1 HTTP/1.1',
  'TRACE / HTTP/1.1',
  'PRI * HTTP/2.0',
  'GET http://evil.example/healthz HTTP/1.1',
  'GET /../../etc/passwd HTTP/1.1',
  'GET /kiosk/%2e%2e/%2e%2e/package.json HTTP/1.1',
  'POST /api/v1/devices/pair HTTP/1.0',
]
const lines = [
  'Content-Type: application/json',
  'Content-Length: 2',
  'Content-Length: 3',
  'Content-Length: -1',
  'Content-Length: 99999999999999999999',
  'Transfer-Encoding: chunked',
  'Transfer-Encoding: gzip, chunked',
  'Transfer-Encoding : chunked',
  'Expect: 100-continue',
  'Expect: nothing',
  'Connection: Upgrade',
  'Upgrade: websocket',
  'Upgrade: h2c',
  'Sec-WebSocket-Version: 13',
  'Sec-WebSocket-Version: 99',
  'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
  'Sec-WebSocket-Key: x',
  'Sec-WebSocket-Extensions: permessage-deflate; client_max_window_bits=99',
  'Sec-WebSocket-Protocol: a, a, \u0001',
  'Host: evil.example',
  'Host: localhost, evil.example',
  'Host:',
  'Origin: http://localhost:1',
  'Cookie: kerbside_device=%',
  ': no name',
  'no colon',
  ' folded',
  'x-null: \0',
  `x-long: ${'y'.repeat(20_000)}`,
]
const bodies = [
  '',
  '{}',
  '2\r\n{}\r\n0\r\n\r\n',
  'xyz\r\n',
  'ffffffffffffffff\r\n{}',
  '0\r\nx: y\r\n\r\n',
  'GET / HTTP/1.1\r\n\r\n',
]

/** Bytes that begin like HTTP, most of them, and are not what a client sends. */
export function rawRequest(dice: Dice): Buffer {
  if (dice.chance(0.1)) return dice.bytes(300)
  const own = Array.from({ length: dice.below(7) }, () => dice.pick(lines))
  const head = [dice.pick(starts), ...(dice.chance(0.9) ? ['Host: localhost'] : []), ...own]
  const text = `${head.join(dice.chance(0.95) ? '\r\n' : '\n')}\r\n\r\n${dice.pick(bodies)}`
  const bytes = Buffer.from(text, 'latin1')
  for (let changes = dice.chance(0.3) ? 1 + dice.below(4) : 0; changes > 0; changes -= 1) {
    bytes[dice.below(bytes.length)] = dice.below(256)
  }
  return dice.chance(0.1) ? bytes.subarray(0, dice.below(bytes.length)) : bytes
}
