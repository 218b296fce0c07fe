import type { IncomingHttpHeaders } from 'node:http'
import type { Socket } from 'node:net'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ClientAddresses } from '../../../src-server/http/client-address.ts'
import { isAddressOrNetwork, TrustedProxies } from '../../../src-server/identity/trusted-proxies.ts'

const PROXY = '10.0.0.1'
const OUTER = '10.0.0.2'
const clients = new ClientAddresses(new TrustedProxies([PROXY, OUTER, '2001:db8:ffff::/48']))
const request = (remoteAddress: string | undefined, headers: IncomingHttpHeaders) => ({
  headers,
  socket: { remoteAddress } as Socket,
})
const of = (peer: string | undefined, headers: IncomingHttpHeaders) => clients.of(request(peer, headers))
const forwarded = (text: string) => ({ 'x-forwarded-for': text })

describe('an address of a proxy', () => {
  it.each(['127.0.0.1', '::1', '10.1.2.0/24', '2001:db8::/32', '192.168.1.4/32', '2001:db8::1/128'])(
    'can be %s',
    (text) => expect(isAddressOrNetwork(text)).toBe(true),
  )

  it.each([
    '',
    'localhost',
    'proxy.example',
    '10.0.0.0/0',
    '::/0',
    '10.0.0.0/33',
    '::/129',
    '10.0.0.0/',
    '10.0.0.0/8/8',
    '10.0.0',
    'fe80::1%eth0',
    '10.0.0.1:80',
    '*',
  ])('cannot be %j', (text) => expect(isAddressOrNetwork(text)).toBe(false))

  it.each([
    ['10.1.2.7', true],
    ['::ffff:10.1.2.7', true],
    ['10.1.3.7', false],
    ['2001:db8:1::5', true],
    ['2001:db9::5', false],
    ['fe80::1%eth0', true],
    ['', false],
    [undefined, false],
  ])('of the networks holds %s: %s', (address, held) => {
    expect(new TrustedProxies(['10.1.2.0/24', '2001:db8::/32', 'fe80::1']).has(address)).toBe(held)
  })
})

describe('whose a request is', () => {
  it.each([
    ['the proxy’s client', '192.0.2.7', '192.0.2.7'],
    ['with a port behind it', '192.0.2.7:4711', '192.0.2.7'],
    ['of IPv6', '2001:db8::7', '2001:db8::7'],
    ['of IPv6 with a port', '[2001:db8::7]:4711', '2001:db8::7'],
    ['the last that was written, whatever the client had put in front', '203.0.113.9, 192.0.2.7', '192.0.2.7'],
    ['behind two proxies that are trusted', `203.0.113.9, 192.0.2.7, ${OUTER}`, '192.0.2.7'],
    ['behind a network of them', '192.0.2.7, 2001:db8:ffff::4, 10.0.0.2', '192.0.2.7'],
    ['not past one that nobody trusts', `192.0.2.7, 198.51.100.1, ${OUTER}`, '198.51.100.1'],
    ['with rubbish in front', 'rubbish", <script>, , 192.0.2.7', '192.0.2.7'],
    ['a proxy itself', OUTER, OUTER],
  ])('%s', (_, text, client) => expect(of(PROXY, forwarded(text))).toBe(client))

  it.each([
    ['for=192.0.2.7', '192.0.2.7'],
    ['For="192.0.2.7:4711";proto=https;by=203.0.113.43', '192.0.2.7'],
    ['by=10.0.0.1;for="[2001:db8::7]:4711"', '2001:db8::7'],
    ['for=203.0.113.9, for=192.0.2.7', '192.0.2.7'],
    ['for=192.0.2.7, for=10.0.0.2', '192.0.2.7'],
    ['for="203.0.113.9, for=192.0.2.7', '192.0.2.7'],
    ['for="x, for="[2001:db8::7]"', '2001:db8::7'],
  ])('is read from Forwarded: %s', (text, client) => expect(of(PROXY, { forwarded: text })).toBe(client))

  it('is who connects, where that is no trusted proxy, whatever they say', () => {
    for (const peer of ['192.0.2.66', '::ffff:192.0.2.66', undefined]) {
      const headers = { ...forwarded('203.0.113.9'), forwarded: 'for=203.0.113.9', 'x-real-ip': '203.0.113.9' }
      expect(of(peer, headers)).toBe(peer)
      expect(clients.isUnclear(request(peer, headers))).toBe(false)
    }
  })

  it('is the proxy’s own, where it says nothing', () => {
    expect(of(PROXY, {})).toBe(PROXY)
    expect(clients.isUnclear(request(PROXY, {}))).toBe(false)
  })

  it('is nobody’s guess without a trusted proxy', () => {
    const nobody = new ClientAddresses(new TrustedProxies([]))
    expect(nobody.of(request(PROXY, forwarded('192.0.2.7')))).toBe(PROXY)
    expect(nobody.isEncrypted(request(PROXY, { 'x-forwarded-proto': 'https' }))).toBe(false)
  })

  it.each([
    ['unknown', forwarded('unknown')],
    ['nothing', forwarded('')],
    ['nothing at the end', forwarded('192.0.2.7,')],
    ['a name', forwarded('192.0.2.7, park.example')],
    ['an address with a zone', forwarded('fe80::1%eth0')],
    ['rubbish behind a trusted proxy', forwarded(`rubbish, ${OUTER}`)],
    ['an unknown in Forwarded', { forwarded: 'for=unknown' }],
    ['a hidden one in Forwarded', { forwarded: 'for=_hidden' }],
    ['Forwarded without for', { forwarded: 'proto=https' }],
    ['two things', { ...forwarded('192.0.2.7'), forwarded: 'for=203.0.113.9' }],
    ['something clear and something not', { ...forwarded('192.0.2.7'), forwarded: 'for=unknown' }],
  ])('is unclear where a trusted proxy says %s', (_, headers) => {
    expect(clients.isUnclear(request(PROXY, headers))).toBe(true)
  })

  it('is clear where a proxy says the same twice', () => {
    const same = request(PROXY, { ...forwarded('192.0.2.7'), forwarded: 'for=192.0.2.7;proto=https' })
    expect([clients.isUnclear(same), clients.of(same)]).toEqual([false, '192.0.2.7'])
  })

  it('is never what a client put in front of what the proxy wrote', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary-ascii' }), fc.boolean(), (front, old) => {
        const headers = old ? forwarded(`${front}, 192.0.2.7`) : { forwarded: `${front}, for=192.0.2.7` }
        expect(of(PROXY, headers)).toBe('192.0.2.7')
      }),
    )
  })
})

describe('whether a client’s connection is encrypted', () => {
  it.each([
    [{ ...forwarded('192.0.2.7'), 'x-forwarded-proto': 'https' }, true],
    [{ ...forwarded('192.0.2.7'), 'x-forwarded-proto': 'https, http' }, false],
    [{ ...forwarded('192.0.2.7'), 'x-forwarded-proto': 'http, HTTPS' }, true],
    [forwarded('192.0.2.7'), false],
    [{ forwarded: 'for=192.0.2.7;proto=https' }, true],
    [{ forwarded: 'for=192.0.2.7;proto=https, for=192.0.2.8;proto=http' }, false],
  ])('is what a trusted proxy says: %j', (headers, encrypted) => {
    expect(clients.isEncrypted(request(PROXY, headers))).toBe(encrypted)
    expect(clients.isEncrypted(request('192.0.2.66', headers))).toBe(false)
  })
})
