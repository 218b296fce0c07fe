import { describe, expect, it } from 'vitest'
import { isForeignFetch } from '../../../src-server/http/foreign-fetch.ts'

const said = (site: string, mode: string, destination: string) => ({
  'sec-fetch-site': site,
  'sec-fetch-mode': mode,
  'sec-fetch-dest': destination,
})

describe('who asks, as a browser says it', () => {
  it.each([
    ['nobody says anything', 'POST', {}],
    ['a program that knows half of it', 'POST', { 'sec-fetch-mode': 'cors' }],
    ['a page of ours calls the API', 'POST', said('same-origin', 'cors', 'empty')],
    ['a page of ours loads a script', 'GET', said('same-origin', 'cors', 'script')],
    ['somebody types the address', 'GET', said('none', 'navigate', 'document')],
    ['somebody follows a link', 'GET', said('cross-site', 'navigate', 'document')],
    ['a link on another page of this machine', 'GET', said('same-site', 'navigate', 'document')],
  ])('%s: let through', (_, method, headers) => expect(isForeignFetch(method, headers)).toBe(false))

  it.each([
    ['an image', 'GET', said('cross-site', 'no-cors', 'image')],
    ['a script', 'GET', said('cross-site', 'no-cors', 'script')],
    ['a fetch', 'GET', said('same-site', 'cors', 'empty')],
    ['a frame', 'GET', said('cross-site', 'navigate', 'iframe')],
    ['an object', 'GET', said('cross-site', 'navigate', 'object')],
    ['a form', 'POST', said('cross-site', 'navigate', 'document')],
    ['a form on another page of this machine', 'POST', said('same-site', 'navigate', 'document')],
    ['what no browser says', 'GET', said('elsewhere', 'cors', 'empty')],
    ['half of it', 'GET', { 'sec-fetch-site': 'cross-site' }],
  ])('%s on somebody else’s page: foreign', (_, method, headers) => expect(isForeignFetch(method, headers)).toBe(true))
})
