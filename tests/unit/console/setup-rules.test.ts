import { describe, expect, it } from 'vitest'
import {
  languagesOf,
  matchingZones,
  passwordRules,
  setupFaults,
  suggestCurrency,
  type SetupForm,
} from '../../../src-renderer/setup/setup-rules.ts'
import { zonesToChooseFrom } from '../../../src-renderer/setup/zone-names.ts'
import { defaultHours } from '../../../src-shared/opening/default-hours.ts'
import { routes } from '../../../src-shared/api/routes.ts'
import * as v from 'valibot'

const zones = ['America/New_York', 'Asia/Kolkata', 'Europe/Berlin', 'UTC']
const good: SetupForm = {
  siteName: 'Harbour Street',
  timezone: 'Asia/Kolkata',
  currency: 'INR',
  ownerName: 'Meera',
  username: 'meera',
  password: 'a long enough one',
  template: 'full',
  languages: null,
  hours: defaultHours(),
  lot: null,
  again: 'a long enough one',
}

describe('the form of the first start', () => {
  it('finds nothing wrong with a good one', () => {
    expect(setupFaults(good, zones, ['INR'])).toEqual([])
  })

  const faults: readonly (readonly [Partial<SetupForm>, string])[] = [
    [{ siteName: '  ' }, 'siteName'],
    [{ siteName: 'x'.repeat(81) }, 'siteName'],
    [{ timezone: 'Asia/Atlantis' }, 'timezone'],
    [{ currency: '' }, 'currency'],
    [{ ownerName: '' }, 'ownerName'],
    [{ username: 'M' }, 'username'],
    [{ username: 'meera nair' }, 'username'],
    [{ password: 'short', again: 'short' }, 'password'],
    [{ username: 'meera-owner', password: 'Meera-Owner', again: 'Meera-Owner' }, 'password'],
    [{ again: 'another one' }, 'again'],
    [{ hours: [{ kind: 'wash', weekday: 1, opens: '9', closes: '10:00' }] }, 'hours'],
    [{ template: 'file' }, 'lot'],
  ]
  it.each(faults)('%j is a fault of %s', (change, field) => {
    expect(setupFaults({ ...good, ...change }, zones, ['INR'])).toEqual([field])
  })

  it('asks for no more than the server does', () => {
    const body = {
      site_name: good.siteName,
      timezone: good.timezone,
      currency: good.currency,
      owner_name: good.ownerName,
      username: good.username,
      password: '0123456789',
    }
    expect(v.is(routes['POST /api/v1/setup'].body, body)).toBe(true)
    expect(passwordRules({ username: 'meera', password: body.password, again: body.password }).length).toBe(true)
  })

  it('finds zones by words in any writing', () => {
    expect(matchingZones(zones, 'new york')).toEqual(['America/New_York'])
    expect(matchingZones(zones, 'york america')).toEqual(['America/New_York'])
    expect(matchingZones(zones, 'KOLK')).toEqual(['Asia/Kolkata'])
    expect(matchingZones(zones, 'asia k')).toEqual(['Asia/Kolkata'])
    expect(matchingZones(zones, 'olkata')).toEqual([])
    expect(matchingZones(zones, '')).toEqual(zones)
  })

  it('knows cities by the names of today, each once', () => {
    const chosen = zonesToChooseFrom(['Asia/Calcutta', 'Asia/Kolkata', 'Europe/Kiev'], 'Asia/Kolkata')
    expect(chosen).toEqual(['Asia/Kolkata', 'Europe/Kyiv', 'UTC'])
    const everywhere = zonesToChooseFrom(Intl.supportedValuesOf('timeZone'), 'UTC')
    // Names that the runtime does not know would make the server refuse the form.
    for (const timeZone of everywhere) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow()
  })

  it('speaks to customers in the language of whoever sets it up, and in English, until something else is chosen', () => {
    expect(languagesOf({ languages: null }, 'en')).toBe('en')
    expect(languagesOf({ languages: null }, 'ml')).toBe('ml,en')
    expect(languagesOf({ languages: 'ar,hi' }, 'ml')).toBe('ar,hi')
  })

  it('guesses a currency only where the zone tells', () => {
    expect(suggestCurrency('Asia/Kolkata')).toBe('INR')
    expect(suggestCurrency('Etc/UTC')).toBe('')
  })
})
